package org.lethe.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** By which the same request is known again. Of the request itself nothing can be read in it. Not for many threads. */
final class Fingerprint {

    /** As slow as the hash of a password, which may stand in the request. */
    private static final int ROUNDS = 210_000;

    private static final int SLOW_BITS = 256;

    private final MessageDigest digest;

    Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The length goes in, too: two parts are never taken for two others that read alike when joined. */
    Fingerprint with(byte[] part) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
        digest.update(part);
        return this;
    }

    Fingerprint with(String part) {
        return with(String.valueOf(part).getBytes(UTF_8));
    }

    String text() {
        return HexFormat.of().formatHex(digest.digest());
    }

    /** For requests that hold a secret. */
    String slowText(String salt) {
        PBEKeySpec spec = new PBEKeySpec(text().toCharArray(), salt.getBytes(UTF_8), ROUNDS, SLOW_BITS);
        try {
            return HexFormat.of()
                    .formatHex(SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                            .generateSecret(spec)
                            .getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("PBKDF2 with SHA-512 is a part of the JDK", e);
        }
    }
}
