package org.lethe.failure;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The rows of failures that a person does something about. Every method works in the caller's transaction. */
@Dependent
class ActedFailures {

    /** What was accepted is never dropped: while files of a deletion are not known, its planning can only be sent again. */
    private static final String IS_NOT_NEEDED = "(f.kind <> 'PLAN' or not exists (select 1 from deletion d"
            + " where d.id = f.deletion_id and d.state in ('REQUESTED', 'PLANNING')))";

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    @PersistenceContext(unitName = "lethe")
    EntityManager entities;

    /** One that an act applies to. */
    record Candidate(UUID id, Long removalId, UUID deletionId) {}

    /** The database's time. */
    Instant now() {
        return (Instant)
                entities.createNativeQuery("select now()", Instant.class).getSingleResult();
    }

    /** To how many of those that match an act applies. */
    long count(FailureFilter filter, Act act) {
        FailureConditions conditions = FailureConditions.of(filter);
        return ((Number) conditions
                        .set(entities.createNativeQuery(
                                "select count(*) from failure f where " + conditions.sql() + " and " + applies(act),
                                Long.class))
                        .getSingleResult())
                .longValue();
    }

    /** The next of them, in the order of their ids. */
    List<Candidate> next(FailureFilter filter, Act act, UUID after, int most) {
        FailureConditions conditions = FailureConditions.of(filter);
        return candidates(conditions
                .set(entities.createNativeQuery(
                        "select f.id, f.removal_id, f.deletion_id from failure f where f.id > :after and "
                                + conditions.sql() + " and " + applies(act) + " order by f.id limit :most",
                        Tuple.class))
                .setParameter("after", after == null ? BEFORE_ALL : after)
                .setParameter("most", most));
    }

    /** Those of these failures that an act still applies to; nobody else changes them until the transaction ends. */
    List<Candidate> lock(Collection<UUID> ids, Act act) {
        return candidates(entities.createNativeQuery(
                        "select f.id, f.removal_id, f.deletion_id from failure f where f.id = any(:ids) and "
                                + applies(act) + " order by f.id for update",
                        Tuple.class)
                .setParameter("ids", ids.toArray(UUID[]::new)));
    }

    /** Carries an act out on failures that are locked. */
    void change(Collection<UUID> ids, Act act) {
        Query change = entities.createNativeQuery(
                        "update failure set version = version + 1" + changes(act) + " where id = any(:ids)")
                .setParameter("ids", ids.toArray(UUID[]::new));
        switch (act.kind()) {
            case ASSIGN ->
                change.setParameter("assignee", act.assignee())
                        .setParameter(
                                "due", act.dueAt() == null ? null : act.dueAt().toString());
            case RESOLVE -> change.setParameter("outcome", act.outcome().name());
            case UNASSIGN, NOTE, IGNORE -> {}
        }
        change.executeUpdate();
    }

    private static String applies(Act act) {
        String condition = FailureConditions.in(act.kind().from());
        if (act.needsProof()) {
            condition += " and f.kind = 'REMOVAL'";
        }
        return act.kind().settles() ? condition + " and " + IS_NOT_NEEDED : condition;
    }

    private static String changes(Act act) {
        return switch (act.kind()) {
            case ASSIGN ->
                ", state = 'ASSIGNED', assignee = :assignee, due_at = cast(cast(:due as text) as timestamptz)";
            case UNASSIGN -> ", state = 'OPEN', assignee = null, due_at = null";
            case NOTE -> "";
            case IGNORE -> ", state = 'IGNORED'";
            case RESOLVE -> ", state = 'RESOLVED', outcome = :outcome";
        };
    }

    @SuppressWarnings("unchecked") // a native query has no typed result
    private static List<Candidate> candidates(Query query) {
        return ((List<Tuple>) query.getResultList())
                .stream()
                        .map(row ->
                                new Candidate(row.get(0, UUID.class), row.get(1, Long.class), row.get(2, UUID.class)))
                        .toList();
    }
}
