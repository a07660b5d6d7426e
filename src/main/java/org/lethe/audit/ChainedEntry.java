package org.lethe.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import org.lethe.page.Cursor;

/**
 * An entry at its place in the chain.
 *
 * @param seq its number, from 1 on, without gaps
 * @param hash SHA-256 in hexadecimal digits, as it is stored
 */
record ChainedEntry(long seq, String hash, AuditEntry entry) {

    /** The version of the encoding that is hashed. */
    private static final String ENCODING = "lethe-audit-1";

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    /** The hash that it must have: of the netstrings that {@code V2__audit.sql} tells of. */
    String hashAfter(String hashBefore) {
        StringBuilder text = new StringBuilder();
        append(text, ENCODING);
        append(text, Long.toString(seq));
        append(text, hashBefore);
        append(text, entry.id().toString());
        append(text, TIME.format(entry.at()));
        append(text, entry.actor());
        append(text, entry.action());
        append(text, entry.subjectType());
        append(text, entry.subject());
        append(text, entry.address());
        append(text, entry.requestId());
        append(text, entry.details());
        return HexFormat.of().formatHex(sha256().digest(text.toString().getBytes(UTF_8)));
    }

    Cursor place() {
        return entry.place();
    }

    private static void append(StringBuilder text, String field) {
        if (field == null) {
            text.append("-,");
        } else {
            text.append(field.getBytes(UTF_8).length).append(':').append(field).append(',');
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
