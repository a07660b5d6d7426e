package org.lethe.account;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /** Those of these names; another name is none. */
    static Set<Role> named(String... wireNames) {
        return Stream.of(wireNames).map(Role::find).flatMap(Optional::stream).collect(Collectors.toUnmodifiableSet());
    }

    static Optional<Role> find(String wireName) {
        return Arrays.stream(values())
                .filter(role -> role.wireName().equals(wireName))
                .findFirst();
    }
}
