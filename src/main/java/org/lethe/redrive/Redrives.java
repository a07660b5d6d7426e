package org.lethe.redrive;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.lethe.page.PageRequest;

/** The rows of redrives. Times are the database's. Every method works in the caller's transaction. */
@Dependent
public class Redrives {

    @PersistenceContext(unitName = "lethe")
    EntityManager entities;

    /** A new one; it stands before its items are written. */
    void add(Redrive redrive) {
        entities.persist(redrive);
        entities.flush();
    }

    Optional<Redrive> find(UUID id) {
        return Optional.ofNullable(entities.find(Redrive.class, id));
    }

    /** One whose row, and whose items, nobody else changes until the transaction ends. */
    Optional<Redrive> lock(UUID id) {
        return Optional.ofNullable(entities.find(Redrive.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** As {@link #lock}, unless somebody else holds it: then nothing is waited for. */
    @SuppressWarnings("unchecked") // a native query has no typed result
    Optional<Redrive> lockIfFree(UUID id) {
        return entities
                .createNativeQuery("select * from redrive where id = :id for update skip locked", Redrive.class)
                .setParameter("id", id)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** Those that are not over, and those of which items are on their way; the oldest first. */
    List<UUID> toDrive() {
        return ids(entities.createNativeQuery(
                "select id from redrive where state in ('RUNNING', 'PAUSED', 'STOPPED') or sent > 0"
                        + " order by created_at, id",
                UUID.class));
    }

    /** How much there is to do. */
    RedriveTotals totals() {
        Tuple row = (Tuple) entities.createNativeQuery(
                        "select count(*) filter (where state = 'RUNNING'), count(*) filter (where state = 'PAUSED'),"
                                + " count(*) filter (where state = 'STOPPED'), coalesce(sum(waiting), 0),"
                                + " coalesce(sum(sent), 0) from redrive"
                                + " where state in ('RUNNING', 'PAUSED', 'STOPPED') or sent > 0",
                        Tuple.class)
                .getSingleResult();
        return new RedriveTotals(number(row, 0), number(row, 1), number(row, 2), number(row, 3), number(row, 4));
    }

    /** The newest first; with a state, only those in it. */
    List<Redrive> page(Optional<RedriveState> state, PageRequest page) {
        return entities.createQuery(
                        "select r from Redrive r where (:state is null or r.state = :state)"
                                + " and (r.createdAt < :at or r.createdAt = :at and r.id < :id)"
                                + " order by r.createdAt desc, r.id desc",
                        Redrive.class)
                .setParameter("state", state.orElse(null))
                .setParameter("at", page.after().createdAt())
                .setParameter("id", page.after().id())
                .setMaxResults(page.rowsToRead())
                .getResultList();
    }

    /** The database's time, which is that of the transaction's begin. */
    Instant now() {
        return (Instant)
                entities.createNativeQuery("select now()", Instant.class).getSingleResult();
    }

    private static long number(Tuple row, int column) {
        return row.get(column, Number.class).longValue();
    }

    @SuppressWarnings("unchecked") // a native query has no typed result
    private static List<UUID> ids(Query query) {
        return query.getResultList();
    }
}
