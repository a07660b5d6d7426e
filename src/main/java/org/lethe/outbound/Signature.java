package org.lethe.outbound;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signatures of what is posted, as Standard Webhooks has them
 * (https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md, symmetric, {@code v1}).
 */
public final class Signature {

    /** What a secret begins with; Base64 follows. */
    public static final String SECRET_PREFIX = "whsec_";

    private static final String ALGORITHM = "HmacSHA256";

    private Signature() {}

    /** The headers of a body that has this id: what they say is the same each time, but for the time and what follows from it. */
    public static Map<String, String> headers(List<String> secrets, String id, Instant at, String body) {
        return Map.of(
                "webhook-id", id,
                "webhook-timestamp", Long.toString(at.getEpochSecond()),
                "webhook-signature", of(secrets, id, at, body));
    }

    /** The value of the header {@code webhook-signature}: one signature for each secret. */
    static String of(List<String> secrets, String id, Instant at, String body) {
        String signed = id + '.' + at.getEpochSecond() + '.' + body;
        return secrets.stream()
                .map(secret -> Base64.getDecoder().decode(secret.substring(SECRET_PREFIX.length())))
                .map(key -> "v1," + Base64.getEncoder().encodeToString(hmac(key, signed)))
                .collect(Collectors.joining(" "));
    }

    /** HMAC-SHA256: for signatures, and for what is derived from a key. */
    public static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException never) { // every Java platform has it
            throw new IllegalStateException(never);
        }
    }
}
