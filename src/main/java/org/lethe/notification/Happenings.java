package org.lethe.notification;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;

/** What has happened and is not counted yet. Every method works in the caller's transaction. */
@Dependent
class Happenings {

    static final String FAILURE_OPENED = "FAILURE_OPENED";
    static final String ERROR_NOTICED = "ERROR_NOTICED";
    static final String BREAKER_OPENED = "BREAKER_OPENED";
    static final String BREAKER_CLOSED = "BREAKER_CLOSED";

    private static final int LONGEST_DETAIL = 300;

    @PersistenceContext(unitName = "lethe")
    EntityManager entities;

    void add(String what, Group group, String detail) {
        entities.createNativeQuery("insert into notification_happening (what, kind, storage, cause, detail)"
                        + " values (:what, :kind, :storage, :cause, :detail)")
                .setParameter("what", what)
                .setParameter("kind", group.kind())
                .setParameter("storage", group.storage())
                .setParameter("cause", group.cause())
                .setParameter("detail", detail.substring(0, Math.min(detail.length(), LONGEST_DETAIL)))
                .executeUpdate();
    }

    /** Takes those that happened first away, counted by group. */
    @SuppressWarnings("unchecked") // a native query has no typed result
    List<Happened> take(int most) {
        List<Tuple> rows = entities.createNativeQuery(
                        "with taken as (delete from notification_happening where id in (select id"
                                + " from notification_happening order by id limit :most for update skip locked) returning *)"
                                + " select what, kind, storage, cause, count(*), min(at), max(at),"
                                + " (array_agg(detail order by at desc))[1] from taken group by what, kind, storage, cause"
                                + " order by max(at)",
                        Tuple.class)
                .setParameter("most", most)
                .getResultList();
        return rows.stream().map(Happenings::happened).toList();
    }

    private static Happened happened(Tuple row) {
        String what = row.get(0, String.class);
        Group group =
                new Group(subject(what), row.get(1, String.class), row.get(2, String.class), row.get(3, String.class));
        return new Happened(
                group,
                what.equals(BREAKER_CLOSED),
                row.get(4, Number.class).longValue(),
                row.get(5, Instant.class),
                row.get(6, Instant.class),
                row.get(7, String.class));
    }

    private static Subject subject(String what) {
        return switch (what) {
            case FAILURE_OPENED -> Subject.FAILURES;
            case ERROR_NOTICED -> Subject.ERRORS;
            default -> Subject.BREAKER;
        };
    }
}
