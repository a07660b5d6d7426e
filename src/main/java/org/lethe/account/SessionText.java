package org.lethe.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** What the cookie of a session holds: the secret itself. The table has its hash only. */
record SessionText(String text) {

    private static final int RANDOM_BYTES = 32;
    private static final String CSRF = "lethe csrf ";

    /** A new one, of 256 random bits. */
    static SessionText random() {
        byte[] bytes = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(bytes);
        return new SessionText(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** In hexadecimal digits. */
    String hash() {
        return HexFormat.of().formatHex(Sha256.of(text));
    }

    /** Made of the secret, which scripts cannot read: only who is told it by this server has it, and it leads not back. */
    String csrfToken() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Sha256.of(CSRF + text));
    }

    boolean isCsrfToken(String sent) {
        return sent != null && MessageDigest.isEqual(csrfToken().getBytes(UTF_8), sent.getBytes(UTF_8));
    }

    @Override
    public String toString() {
        return "a session";
    }
}
