package org.lethe.account;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an API token may be used for: a part of what one role may do. */
enum Scope {
    /** Reads albums, photos, deletions and tokens. */
    READ(Role.OWNER),
    /** Makes and changes albums, uploads photos. */
    WRITE(Role.OWNER),
    /** Deletes albums and photos, and restores them; revokes tokens. */
    DELETE(Role.OWNER),
    /** What the role operator may do. */
    OPERATE(Role.OPERATOR),
    /** What the role admin may do. */
    ADMIN(Role.ADMIN);

    private final Role role;

    Scope(Role role) {
        this.role = role;
    }

    /** The role without which the scope is worth nothing. */
    Role role() {
        return role;
    }

    /** The name in JSON and in the table. */
    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Those of these names; another name is none. */
    static Set<Scope> named(String... wireNames) {
        return Stream.of(wireNames).map(Scope::find).flatMap(Optional::stream).collect(Collectors.toUnmodifiableSet());
    }

    static Optional<Scope> find(String wireName) {
        return Arrays.stream(values())
                .filter(scope -> scope.wireName().equals(wireName))
                .findFirst();
    }
}
