package org.lethe.account;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A token as its owner sees it later: without the secret.
 *
 * @param lastUsedAt to the minute; null when it was never used
 */
public record TokenView(
        UUID id, String name, List<String> scopes, Instant createdAt, Instant expiresAt, Instant lastUsedAt) {

    static TokenView of(AccountToken token) {
        return new TokenView(
                token.id(),
                token.name(),
                List.of(token.scopeNames()),
                token.createdAt(),
                token.expiresAt(),
                token.lastUsedAt().orElse(null));
    }
}
