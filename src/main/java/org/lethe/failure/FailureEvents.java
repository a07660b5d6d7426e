package org.lethe.failure;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The history of failures. Only ever added to. Every method works in the caller's transaction. */
@Dependent
class FailureEvents {

    @PersistenceContext(unitName = "lethe")
    EntityManager entities;

    void add(Collection<UUID> failures, String what, String actor, String detail) {
        entities.createNativeQuery("insert into failure_event (failure_id, at, what, actor, detail)"
                        + " select f, clock_timestamp(), :what, :actor, :detail from unnest(:failures) as u(f)")
                .setParameter("what", what)
                .setParameter("actor", actor)
                .setParameter("detail", detail)
                .setParameter("failures", failures.toArray(UUID[]::new))
                .executeUpdate();
    }

    /** Oldest first. */
    @SuppressWarnings("unchecked") // a native query has no typed result
    List<FailureEvent> of(UUID failure) {
        List<Tuple> rows = entities.createNativeQuery(
                        "select at, what, actor, detail from failure_event where failure_id = :failure order by at, id",
                        Tuple.class)
                .setParameter("failure", failure)
                .getResultList();
        return rows.stream()
                .map(row -> new FailureEvent(
                        row.get(0, Instant.class),
                        row.get(1, String.class),
                        row.get(2, String.class),
                        row.get(3, String.class),
                        null))
                .toList();
    }
}
