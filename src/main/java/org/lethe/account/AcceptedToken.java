package org.lethe.account;

import java.time.Instant;
import java.util.Set;

/** What a new token is to be, once everything about it was found acceptable. */
record AcceptedToken(String name, Set<Scope> scopes, Instant createdAt, Instant expiresAt) {

    AcceptedToken {
        scopes = Set.copyOf(scopes);
    }
}
