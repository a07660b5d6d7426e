package org.lethe.failure;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import org.lethe.errorpolicy.ErrorKind;
import org.lethe.errorpolicy.FailureClass;
import org.lethe.errorpolicy.FailureMatch;

/** The classes of the failures that there were. Works in the caller's transaction. */
@Dependent
class FailureClasses {

    private static final int MOST = 100;

    @PersistenceContext(unitName = "lethe")
    EntityManager entities;

    /** A class of failures, and how many there are. */
    record Counted(FailureClass what, long open, long all, Instant lastAt) {}

    /** Those that are matched, most open ones first; at most 100. */
    @SuppressWarnings("unchecked") // a native query has no typed result
    List<Counted> matching(FailureMatch match) {
        List<Tuple> rows = entities.createNativeQuery(
                        "select cause, coalesce(error_kind, 'TRANSIENT'), storage, queue,"
                                + " count(*) filter (where state in ('OPEN', 'ASSIGNED')), count(*), max(last_at)"
                                + " from failure where kind in ('REMOVAL', 'PLAN')"
                                + " and (cast(:cause as text) is null or cause = :cause)"
                                + " and (cast(:kind as text) is null or coalesce(error_kind, 'TRANSIENT') = :kind)"
                                + " and (cast(:storage as text) is null or storage = :storage)"
                                + " and (cast(:queue as text) is null or queue = :queue)"
                                + " group by 1, 2, 3, 4 order by 5 desc, 7 desc limit :most",
                        Tuple.class)
                .setParameter("cause", match.cause())
                .setParameter("kind", match.kind() == null ? null : match.kind().name())
                .setParameter("storage", match.storage())
                .setParameter("queue", match.queue())
                .setParameter("most", MOST)
                .getResultList();
        return rows.stream()
                .map(row -> new Counted(
                        new FailureClass(
                                row.get(0, String.class),
                                ErrorKind.valueOf(row.get(1, String.class)),
                                row.get(2, String.class),
                                row.get(3, String.class)),
                        row.get(4, Number.class).longValue(),
                        row.get(5, Number.class).longValue(),
                        row.get(6, Instant.class)))
                .toList();
    }
}
