package org.lethe.account;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.lethe.page.Cursor;

/** An API token's row: everything but the token itself, of which only the hash is kept. Revoked, it stays. */
@Entity
@Table(name = "account_token")
public class AccountToken {

    @Id
    private UUID id;

    private UUID accountId;
    private String name;
    private String[] scopes;
    private String hash;
    private Instant createdAt;
    private Instant expiresAt;
    private Instant lastUsedAt;
    private Instant revokedAt;

    /** For the persistence provider. */
    protected AccountToken() {}

    AccountToken(UUID id, UUID accountId, AcceptedToken wanted, String hash) {
        this.id = id;
        this.accountId = accountId;
        this.name = wanted.name();
        this.scopes = wireNames(wanted.scopes());
        this.hash = hash;
        this.createdAt = wanted.createdAt();
        this.expiresAt = wanted.expiresAt();
    }

    public UUID id() {
        return id;
    }

    public UUID accountId() {
        return accountId;
    }

    String name() {
        return name;
    }

    Set<Scope> scopes() {
        return Scope.named(scopes);
    }

    String[] scopeNames() {
        return scopes.clone();
    }

    /** The SHA-256 of the token, in hexadecimal digits. */
    String hash() {
        return hash;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    /** To the minute; empty when it was never used. */
    Optional<Instant> lastUsedAt() {
        return Optional.ofNullable(lastUsedAt);
    }

    boolean isRevoked() {
        return revokedAt != null;
    }

    Cursor place() {
        return new Cursor(createdAt, id);
    }

    private static String[] wireNames(Collection<Scope> scopes) {
        return scopes.stream().sorted().map(Scope::wireName).toArray(String[]::new);
    }
}
