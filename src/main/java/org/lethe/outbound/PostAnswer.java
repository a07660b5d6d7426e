package org.lethe.outbound;

import java.nio.charset.StandardCharsets;

/**
 * What somebody answered.
 *
 * @param status of HTTP
 * @param said the beginning of the body, legible; empty when it was taken, or nothing was said
 */
public record PostAnswer(int status, String said) {

    boolean isTaken() {
        return status >= 200 && status < 300;
    }

    /** Bytes as text without control characters, in one line. */
    static String legible(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8)
                .replaceAll("\\p{Cntrl}+", " ")
                .strip();
    }
}
