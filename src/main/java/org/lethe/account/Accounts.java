package org.lethe.account;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.lethe.page.PageRequest;

/** The rows of accounts. Every method works in the caller's transaction; the finders also work without one. */
@Dependent
class Accounts {

    @PersistenceContext(unitName = "lethe")
    EntityManager entities;

    /**
     * Adds an account; other nodes may be doing the same.
     *
     * @return false when the login is taken
     */
    boolean add(Account account) {
        return entities.createNativeQuery("insert into account (id, login, password_hash, roles, created_at)"
                                + " values (:id, :login, :hash, :roles, :createdAt) on conflict (login) do nothing")
                        .setParameter("id", account.id())
                        .setParameter("login", account.login())
                        .setParameter("hash", account.passwordHash())
                        .setParameter("roles", account.roleNames())
                        .setParameter("createdAt", account.createdAt())
                        .executeUpdate()
                == 1;
    }

    /**
     * Adds an account of a provider; other nodes may be doing the same.
     *
     * @return false when it is there already
     */
    boolean addOfProvider(Account account) {
        return entities.createNativeQuery("insert into account (id, login, issuer, subject, roles, created_at)"
                                + " values (:id, :login, :issuer, :subject, :roles, :createdAt) on conflict do nothing")
                        .setParameter("id", account.id())
                        .setParameter("login", account.login())
                        .setParameter("issuer", account.issuer())
                        .setParameter("subject", account.subject())
                        .setParameter("roles", account.roleNames())
                        .setParameter("createdAt", account.createdAt())
                        .executeUpdate()
                == 1;
    }

    Optional<Account> find(String issuer, String subject) {
        return entities
                .createQuery("select a from Account a where a.issuer = :issuer and a.subject = :subject", Account.class)
                .setParameter("issuer", issuer)
                .setParameter("subject", subject)
                .getResultList()
                .stream()
                .findFirst();
    }

    boolean isEmpty() {
        return entities.createQuery("select a.id from Account a", UUID.class)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    Optional<Account> find(UUID id) {
        return Optional.ofNullable(entities.find(Account.class, id));
    }

    /** As it is now, and nobody else changes it until the transaction ends. */
    Optional<Account> lock(UUID id) {
        return Optional.ofNullable(entities.find(Account.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Locks it for as long as the transaction lasts, so that nobody changes it meanwhile; others may do the same. */
    Optional<Account> lockShared(UUID id) {
        return Optional.ofNullable(entities.find(Account.class, id, LockModeType.PESSIMISTIC_READ));
    }

    /** PostgreSQL's texts cannot have the character 0, so no account has such a login. */
    Optional<Account> find(String login) {
        if (login.indexOf('\u0000') >= 0) {
            return Optional.empty();
        }
        return entities
                .createQuery("select a from Account a where a.login = :login", Account.class)
                .setParameter("login", login)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** The newest first. */
    List<Account> list(PageRequest page) {
        return entities.createQuery(
                        "select a from Account a where a.createdAt < :createdAt"
                                + " or a.createdAt = :createdAt and a.id < :id order by a.createdAt desc, a.id desc",
                        Account.class)
                .setParameter("createdAt", page.after().createdAt())
                .setParameter("id", page.after().id())
                .setMaxResults(page.rowsToRead())
                .getResultList();
    }

    /**
     * How many administrators can log in with a password; those of a provider may not be able to tomorrow. Locks their rows until the end of the transaction: of two administrators who
     * disable each other, the second waits and is then told that it would be the last.
     */
    int lockAdministrators() {
        return entities.createNativeQuery(
                        "select id from account where 'admin' = any(roles) and disabled_at is null and issuer is null"
                                + " order by id for update",
                        UUID.class)
                .getResultList()
                .size();
    }
}
