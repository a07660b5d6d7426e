package org.lethe.account;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Who came with a valid session.
 *
 * @param session its id, which is no secret
 * @param text the secret that came in the cookie
 * @param lastUsedAt when it came before, to the minute
 */
record SessionLogin(
        UUID session,
        AccountPrincipal principal,
        Set<String> groups,
        SessionText text,
        Instant lastUsedAt,
        Instant expiresAt) {

    static SessionLogin of(AccountSession session, Account account, SessionText text) {
        Set<String> groups = account.roles().stream().map(Role::wireName).collect(Collectors.toUnmodifiableSet());
        AccountPrincipal principal = new AccountPrincipal(account.id(), account.login());
        return new SessionLogin(session.id(), principal, groups, text, session.lastUsedAt(), session.expiresAt());
    }
}
