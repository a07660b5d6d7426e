package org.lethe.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hash of secrets that were made at random. Never of a password, which would be guessed. */
final class Sha256 {

    private static final String ALGORITHM = "SHA-256";

    private Sha256() {}

    static byte[] of(String text) {
        try {
            return MessageDigest.getInstance(ALGORITHM).digest(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
