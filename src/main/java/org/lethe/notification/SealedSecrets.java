package org.lethe.notification;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.lethe.outbound.Signature;
import org.lethe.problem.Problem;
import org.lethe.problem.ProblemException;
import org.lethe.settings.LetheSettings;
import org.lethe.settings.Secret;

/**
 * Seals the secrets of channels (AES-GCM, 256 bits) by a key that is derived from the installation's ({@code
 * lethe.callback.key}), so that whoever has the database, or a copy of it, has none. Each is bound to its channel: moved to
 * another it cannot be opened. Safe for use by many threads.
 */
@Dependent
class SealedSecrets {

    private static final int NONCE_BYTES = 12; // NIST SP 800-38D, 8.2
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Optional<SecretKeySpec> key;

    @Inject
    SealedSecrets(LetheSettings settings) {
        this(settings.callback().key());
    }

    SealedSecrets(Optional<Secret> installationKey) {
        key = installationKey
                .map(secret -> Signature.hmac(
                        secret.reveal().getBytes(StandardCharsets.UTF_8), "lethe notification secrets 1"))
                .map(derived -> new SecretKeySpec(derived, "AES"));
    }

    /** @throws ProblemException 422 when the installation has no key */
    void requireKey() {
        if (key.isEmpty()) {
            throw Problem.unprocessable(
                            "notifications-off",
                            "This installation has no key to keep the secrets of channels with, so there are none. Nothing"
                                    + " was done.",
                            Map.of())
                    .exception();
        }
    }

    /** @throws ProblemException 422 when the installation has no key */
    byte[] seal(UUID channel, Secret secret) {
        requireKey();
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, channel, nonce)
                    .doFinal(secret.reveal().getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException never) { // every Java platform has it
            throw new IllegalStateException(never);
        }
    }

    /** Empty when it was sealed by another key, or for another channel. */
    Optional<Secret> open(UUID channel, byte[] sealed) {
        if (key.isEmpty() || sealed.length <= NONCE_BYTES) {
            return Optional.empty();
        }
        try {
            byte[] opened = cipher(Cipher.DECRYPT_MODE, channel, Arrays.copyOf(sealed, NONCE_BYTES))
                    .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
            return Optional.of(new Secret(new String(opened, StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException notOurs) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, UUID channel, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key.orElseThrow(), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(channel.toString().getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
