package org.lethe.account;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Who came with a valid token, and what for.
 *
 * @param token the id of the token
 * @param groups of the account's roles those that the token's scopes are a part of
 * @param lastUsedAt when it came before, to the minute
 */
record TokenLogin(
        UUID token, AccountPrincipal principal, Set<Scope> scopes, Set<String> groups, Optional<Instant> lastUsedAt) {

    /** Of an account with these roles. */
    static TokenLogin of(
            UUID token, AccountPrincipal principal, Set<Scope> scopes, Set<Role> roles, Optional<Instant> lastUsedAt) {
        Set<String> groups = scopes.stream()
                .map(Scope::role)
                .filter(roles::contains)
                .map(Role::wireName)
                .collect(Collectors.toUnmodifiableSet());
        return new TokenLogin(token, principal, scopes, groups, lastUsedAt);
    }
}
