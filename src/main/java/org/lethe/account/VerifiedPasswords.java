package org.lethe.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Remembers for some minutes which passwords were right, because HTTP Basic brings the password with each request and
 * comparing it is slow on purpose. Keeps neither passwords nor anything that could be compared without this process's
 * random key. The stored hash is part of what is remembered: a changed password is a stranger at once. Safe from many
 * threads; requests that bring the same password at the same time have it compared once.
 */
@ApplicationScoped
class VerifiedPasswords {

    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final int MOST = 10_000;
    private static final String ALGORITHM = "HmacSHA256";

    private final PasswordHashing hashing;
    private final Clock clock;
    private final SecretKeySpec key;
    private final Map<String, Instant> verified = new ConcurrentHashMap<>();

    @Inject
    VerifiedPasswords(PasswordHashing hashing) {
        this(hashing, Clock.systemUTC());
    }

    VerifiedPasswords(PasswordHashing hashing, Clock clock) {
        this.hashing = hashing;
        this.clock = clock;
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        this.key = new SecretKeySpec(random, ALGORITHM);
    }

    /** For the proxy. */
    VerifiedPasswords() {
        this(null);
    }

    boolean matches(String login, String password, String stored) {
        return matches(login, password, stored, () -> {});
    }

    /**
     * Whether the password is right.
     *
     * @param beforeComparing what is done first when it is not remembered; what it throws is thrown
     */
    boolean matches(String login, String password, String stored, Runnable beforeComparing) {
        String print = fingerprint(login, password, stored);
        Instant now = clock.instant();
        verified.computeIfPresent(print, (same, until) -> until.isBefore(now) ? null : now.plus(KEPT));
        boolean matches = verified.computeIfAbsent(print, unseen -> {
                    beforeComparing.run();
                    return hashing.matches(password, stored) ? now.plus(KEPT) : null;
                })
                != null;
        forgetSome(now);
        return matches;
    }

    private void forgetSome(Instant now) {
        if (verified.size() > MOST) {
            verified.values().removeIf(until -> until.isBefore(now));
        }
        if (verified.size() > MOST) {
            verified.clear();
        }
    }

    private String fingerprint(String... parts) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            for (String part : parts) {
                byte[] bytes = part.getBytes(UTF_8);
                mac.update(
                        ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
                mac.update(bytes);
            }
            return HexFormat.of().formatHex(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
