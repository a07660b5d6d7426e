package org.lethe.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.PasswordHash;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.util.Map;
import org.lethe.settings.LetheSettings;

/** Turns passwords into what may be stored, and compares. Slow on purpose: some 0.2 s of processor time each, as is set. */
@ApplicationScoped
class PasswordHashing {

    private final PasswordHash hash;

    @Inject
    PasswordHashing(Pbkdf2PasswordHash hash, LetheSettings settings) {
        hash.initialize(Map.of(
                "Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA512",
                "Pbkdf2PasswordHash.Iterations",
                        Integer.toString(settings.account().passwordRounds()),
                "Pbkdf2PasswordHash.SaltSizeBytes", "32",
                "Pbkdf2PasswordHash.KeySizeBytes", "64"));
        this.hash = hash;
    }

    PasswordHashing(PasswordHash hash) {
        this.hash = hash;
    }

    /** For the proxy. */
    PasswordHashing() {
        this((PasswordHash) null);
    }

    String of(String password) {
        return hash.generate(password.toCharArray());
    }

    boolean matches(String password, String stored) {
        return hash.verify(password.toCharArray(), stored);
    }
}
