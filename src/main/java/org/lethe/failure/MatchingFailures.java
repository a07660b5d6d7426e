package org.lethe.failure;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.UUID;

/**
 * The failures that a filter means: how many, and one after the other. For whoever does something to all of them. Every
 * method works in the caller's transaction.
 */
@Dependent
public class MatchingFailures {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    @PersistenceContext(unitName = "lethe")
    EntityManager entities;

    /** How many there are. */
    public long count(FailureFilter filter) {
        return figures(filter).matching();
    }

    /** What they come to. */
    FailureFigures figures(FailureFilter filter) {
        FailureConditions conditions = FailureConditions.of(filter);
        Tuple row = (Tuple) conditions
                .set(entities.createNativeQuery(
                        "select count(*), coalesce(sum(f.files), 0), count(*) filter (where f.state = 'OPEN'),"
                                + " count(*) filter (where f.state = 'ASSIGNED'),"
                                + " count(*) filter (where " + FailureConditions.OVERDUE + ")"
                                + " from failure f where " + conditions.sql(),
                        Tuple.class))
                .getSingleResult();
        return new FailureFigures(number(row, 0), number(row, 1), number(row, 2), number(row, 3), number(row, 4));
    }

    /**
     * The next of them, in the order of their ids: that never changes, so that whatever becomes of them meanwhile, none is
     * met twice. One that begins to match may be missed.
     *
     * @param after the last one before; null to begin
     */
    @SuppressWarnings("unchecked") // a native query has no typed result
    public List<UUID> ids(FailureFilter filter, UUID after, int most) {
        FailureConditions conditions = FailureConditions.of(filter);
        return conditions
                .set(entities.createNativeQuery(
                                "select f.id from failure f where f.id > :after and " + conditions.sql()
                                        + " order by f.id limit :most",
                                UUID.class)
                        .setParameter("after", after == null ? BEFORE_ALL : after)
                        .setParameter("most", most))
                .getResultList();
    }

    /** What they come to by group, the largest first. */
    @SuppressWarnings("unchecked") // a native query has no typed result
    public List<MatchingGroup> groups(FailureFilter filter) {
        FailureConditions conditions = FailureConditions.of(filter);
        List<Tuple> rows = conditions
                .set(entities.createNativeQuery(
                        "select f.group_id, f.kind, f.storage, f.cause, count(*) as failures, coalesce(sum(f.files), 0)"
                                + " from failure f where " + conditions.sql()
                                + " group by f.group_id, f.kind, f.storage, f.cause order by failures desc, f.group_id",
                        Tuple.class))
                .getResultList();
        return rows.stream()
                .map(row -> new MatchingGroup(
                        row.get(0, UUID.class),
                        FailureKind.valueOf(row.get(1, String.class)),
                        row.get(2, String.class),
                        row.get(3, String.class),
                        number(row, 4),
                        number(row, 5)))
                .toList();
    }

    private static long number(Tuple row, int column) {
        return row.get(column, Number.class).longValue();
    }
}
