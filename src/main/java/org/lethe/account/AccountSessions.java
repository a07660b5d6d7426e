package org.lethe.account;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.lethe.settings.LetheSettings;

/** The rows of sessions. Every method works in the caller's transaction; {@link #login} also without one. */
@Dependent
class AccountSessions {

    private final Duration idle;

    @PersistenceContext(unitName = "lethe")
    EntityManager entities;

    @Inject
    AccountSessions(LetheSettings settings) {
        this.idle = settings.session().idle();
    }

    void add(AccountSession session) {
        entities.persist(session);
    }

    /** Who may come with this session at this moment; read anew each time. */
    Optional<SessionLogin> login(SessionText session) {
        Instant now = Instant.now();
        return entities
                .createQuery(
                        "select s, a from AccountSession s join Account a on a.id = s.accountId where s.hash = :hash"
                                + " and s.expiresAt > :now and s.lastUsedAt > :idleSince and a.disabledAt is null",
                        Object[].class)
                .setParameter("hash", session.hash())
                .setParameter("now", now)
                .setParameter("idleSince", now.minus(idle))
                .getResultList()
                .stream()
                .findFirst()
                .map(row -> SessionLogin.of((AccountSession) row[0], (Account) row[1], session));
    }

    /** Ends a session, for requests that come from the commit on. */
    boolean end(UUID id) {
        return entities.createNativeQuery("delete from account_session where id = :id")
                        .setParameter("id", id)
                        .executeUpdate()
                == 1;
    }

    /** Ends all sessions of an account but its newest; 0 ends all. */
    int endAllButNewest(UUID account, int kept) {
        return entities.createNativeQuery("delete from account_session where id in (select id from account_session"
                        + " where account_id = :account order by created_at desc, id desc offset :kept)")
                .setParameter("account", account)
                .setParameter("kept", kept)
                .executeUpdate();
    }

    /** Removes some of those that nobody can come with any more. */
    int forget(int most) {
        return entities.createNativeQuery(
                        "delete from account_session where id in (select id from account_session"
                                + " where expires_at < now() or last_used_at < now() - make_interval(secs => :idle) limit :most)")
                .setParameter("idle", (double) idle.toSeconds())
                .setParameter("most", most)
                .executeUpdate();
    }
}
