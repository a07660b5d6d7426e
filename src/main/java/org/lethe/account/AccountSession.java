package org.lethe.account;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A session's row: everything but the cookie's secret, of which only the hash is kept. */
@Entity
@Table(name = "account_session")
public class AccountSession {

    @Id
    private UUID id;

    private UUID accountId;
    private String hash;
    private Instant createdAt;
    private Instant lastUsedAt;
    private Instant expiresAt;

    /** For the persistence provider. */
    protected AccountSession() {}

    AccountSession(UUID id, UUID accountId, String hash, Instant createdAt, Instant expiresAt) {
        this.id = id;
        this.accountId = accountId;
        this.hash = hash;
        this.createdAt = createdAt;
        this.lastUsedAt = createdAt;
        this.expiresAt = expiresAt;
    }

    public UUID id() {
        return id;
    }

    public UUID accountId() {
        return accountId;
    }

    /** The SHA-256 of the cookie's secret, in hexadecimal digits. */
    String hash() {
        return hash;
    }

    Instant createdAt() {
        return createdAt;
    }

    /** To the minute. */
    Instant lastUsedAt() {
        return lastUsedAt;
    }

    Instant expiresAt() {
        return expiresAt;
    }
}
