package org.lethe.notification;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.UUID;

/**
 * What is told together.
 *
 * @param kind of failure, or of error; empty when it is about neither, as storage and cause
 */
record Group(Subject subject, String kind, String storage, String cause) {

    /** The id that the failure desk gives to the failures of this group: {@code failure_group} of the database. */
    UUID failureGroup() {
        String text = kind + '/' + storage + '/' + cause;
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            ByteBuffer first = ByteBuffer.wrap(hash);
            return new UUID(first.getLong(), first.getLong());
        } catch (GeneralSecurityException never) { // every Java platform has it
            throw new IllegalStateException(never);
        }
    }
}
