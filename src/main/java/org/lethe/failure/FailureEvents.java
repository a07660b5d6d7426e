package org.lethe.failure;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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

    /** What a person did; of an act on many, also how many and which. */
    void add(Collection<UUID> failures, Act act, String actor, Optional<ChangeFailures.Together> together) {
        entities.createNativeQuery(
                        "insert into failure_event (failure_id, at, what, actor, detail, assignee, until, one_of, act_id)"
                                + " select f, clock_timestamp(), :what, :actor, :detail, cast(:assignee as text),"
                                + " cast(cast(:until as text) as timestamptz), cast(:oneOf as bigint), cast(cast(:act as text) as uuid)"
                                + " from unnest(:failures) as u(f)")
                .setParameter("what", act.kind().event())
                .setParameter("actor", actor)
                .setParameter("detail", act.detail())
                .setParameter("assignee", act.assignee())
                .setParameter("until", Objects.toString(act.dueAt(), null))
                .setParameter(
                        "oneOf", together.map(ChangeFailures.Together::count).orElse(null))
                .setParameter("act", together.map(of -> of.act().toString()).orElse(null))
                .setParameter("failures", failures.toArray(UUID[]::new))
                .executeUpdate();
    }

    /** Oldest first. */
    @SuppressWarnings("unchecked") // a native query has no typed result
    List<FailureEvent> of(UUID failure) {
        List<Tuple> rows = entities.createNativeQuery(
                        "select at, what, actor, detail, assignee, until, one_of, act_id from failure_event"
                                + " where failure_id = :failure order by at, id",
                        Tuple.class)
                .setParameter("failure", failure)
                .getResultList();
        return rows.stream()
                .map(row -> new FailureEvent(
                        row.get(0, Instant.class),
                        row.get(1, String.class),
                        row.get(2, String.class),
                        row.get(3, String.class),
                        FailureEvent.Facts.of(
                                row.get(4, String.class),
                                row.get(5, Instant.class),
                                row.get(6, Long.class),
                                row.get(7, UUID.class)),
                        null))
                .toList();
    }
}
