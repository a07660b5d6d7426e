package org.lethe.account;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an account may do. */
public enum Role {
    /** Has albums and photos. */
    OWNER,
    /** Sees to queues, redelivery and failures. */
    OPERATOR,
    /** Manages accounts. */
    ADMIN;

    /** The name in JSON, in the table, and as a security role. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Role> find(String wireName) {
        return Arrays.stream(values())
                .filter(role -> role.wireName().equals(wireName))
                .findFirst();
    }
}
