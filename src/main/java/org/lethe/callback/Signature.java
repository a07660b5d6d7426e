package org.lethe.callback;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signatures of callbacks, as Standard Webhooks has them
 * (https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md, symmetric, {@code v1}).
 */
final class Signature {

    static final String SECRET_PREFIX = "whsec_";

    private static final String ALGORITHM = "HmacSHA256";

    private Signature() {}

    /** The value of the header {@code webhook-signature}: one signature for each secret. */
    static String of(List<String> secrets, String id, Instant at, String body) {
        String signed = id + '.' + at.getEpochSecond() + '.' + body;
        return secrets.stream()
                .map(secret -> Base64.getDecoder().decode(secret.substring(SECRET_PREFIX.length())))
                .map(key -> "v1," + Base64.getEncoder().encodeToString(hmac(key, signed)))
                .collect(Collectors.joining(" "));
    }

    /** The secret of an account: whoever has the installation's key can make it, and nobody else. */
    static String secret(String installationKey, UUID account, int generation) {
        byte[] key = installationKey.getBytes(StandardCharsets.UTF_8);
        byte[] secret = hmac(key, "lethe callback secret 1 " + account + ' ' + generation);
        return SECRET_PREFIX + Base64.getEncoder().encodeToString(secret);
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException never) { // every Java platform has it
            throw new IllegalStateException(never);
        }
    }
}
