package org.lethe.account;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.lethe.page.PageRequest;

/** The rows of API tokens. Every method works in the caller's transaction; {@link #login} also without one. */
@Dependent
class AccountTokens {

    @PersistenceContext(unitName = "lethe")
    EntityManager entities;

    void add(AccountToken token) {
        entities.persist(token);
    }

    /** Who may come with the token of this hash at this moment; read anew each time. */
    Optional<TokenLogin> login(String hash) {
        return entities
                .createQuery(
                        "select t.id, t.scopes, t.lastUsedAt, a.id, a.login, a.roles"
                                + " from AccountToken t join Account a on a.id = t.accountId where t.hash = :hash"
                                + " and t.revokedAt is null and t.expiresAt > :now and a.disabledAt is null",
                        Object[].class)
                .setParameter("hash", hash)
                .setParameter("now", Instant.now())
                .getResultList()
                .stream()
                .findFirst()
                .map(row -> TokenLogin.of(
                        (UUID) row[0],
                        new AccountPrincipal((UUID) row[3], (String) row[4]),
                        Scope.named((String[]) row[1]),
                        Role.named((String[]) row[5]),
                        Optional.ofNullable((Instant) row[2])));
    }

    /** A token of this account that is not revoked; it may have expired. */
    Optional<AccountToken> find(UUID account, UUID id) {
        return entities
                .createQuery(
                        "select t from AccountToken t"
                                + " where t.id = :id and t.accountId = :account and t.revokedAt is null",
                        AccountToken.class)
                .setParameter("id", id)
                .setParameter("account", account)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** Those that are not revoked, the newest first. */
    List<AccountToken> list(UUID account, PageRequest page) {
        return entities.createQuery(
                        "select t from AccountToken t where t.accountId = :account and t.revokedAt is null"
                                + " and (t.createdAt < :createdAt or t.createdAt = :createdAt and t.id < :id)"
                                + " order by t.createdAt desc, t.id desc",
                        AccountToken.class)
                .setParameter("account", account)
                .setParameter("createdAt", page.after().createdAt())
                .setParameter("id", page.after().id())
                .setMaxResults(page.rowsToRead())
                .getResultList();
    }

    /** Ends all tokens of an account. */
    int revokeAll(UUID account) {
        return entities.createNativeQuery("update account_token set revoked_at = now()"
                        + " where account_id = :account and revoked_at is null")
                .setParameter("account", account)
                .executeUpdate();
    }

    /**
     * Ends a token, for requests that come from the commit on.
     *
     * @return false when this account has no such token, or it was revoked before
     */
    boolean revoke(UUID account, UUID id) {
        return entities.createNativeQuery("update account_token set revoked_at = now()"
                                + " where id = :id and account_id = :account and revoked_at is null")
                        .setParameter("id", id)
                        .setParameter("account", account)
                        .executeUpdate()
                == 1;
    }
}
