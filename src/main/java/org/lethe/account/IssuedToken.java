package org.lethe.account;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A token as its owner sees it this once.
 *
 * @param token the secret itself
 */
public record IssuedToken(
        UUID id, String token, String name, List<String> scopes, Instant createdAt, Instant expiresAt) {

    static IssuedToken of(AccountToken token, TokenText text) {
        return new IssuedToken(
                token.id(),
                text.text(),
                token.name(),
                List.of(token.scopeNames()),
                token.createdAt(),
                token.expiresAt());
    }

    @Override
    public String toString() {
        return "token " + id;
    }
}
