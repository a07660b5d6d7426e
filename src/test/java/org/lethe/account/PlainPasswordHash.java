package org.lethe.account;

import jakarta.security.enterprise.identitystore.PasswordHash;
import java.util.concurrent.atomic.AtomicInteger;

/** A hash that is none, and counts how often it was compared. */
final class PlainPasswordHash implements PasswordHash {

    final AtomicInteger comparisons = new AtomicInteger();

    @Override
    public String generate(char[] password) {
        return "hash of " + String.valueOf(password);
    }

    @Override
    public boolean verify(char[] password, String hashedPassword) {
        comparisons.incrementAndGet();
        return generate(password).equals(hashedPassword);
    }
}
