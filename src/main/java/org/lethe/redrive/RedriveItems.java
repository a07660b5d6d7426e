package org.lethe.redrive;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.lethe.failure.FailureState;
import org.lethe.page.PageRequest;

/** The rows of what belongs to redrives. Who changes them holds the redrive's lock; works in that transaction. */
@Dependent
public class RedriveItems {

    /**
     * What is known of those that were sent. A file that left the removal since is a part of it. What is held until a date was
     * refused once more, and nothing is known before that: who waited for it would wait for years.
     */
    private static final String KNOWN = "select i.position,"
            + " case when f.times > i.times or r.state in ('FAILED', 'WAIVED') or r.state = 'WAITING' and r.held_until > now()"
            + " or file.error is not null then 'FAILED_AGAIN'"
            + " when r.state = 'GONE' and not exists (select 1 from file_removal c where c.separated_from = r.id"
            + " and c.separated_in >= i.generation and c.state <> 'GONE') then 'SUCCEEDED'"
            + " when f.kind = 'PLAN' and (d.next_page > i.page or d.state not in ('REQUESTED', 'PLANNING'))"
            + " then 'SUCCEEDED' end as outcome,"
            + " case when f.times > i.times then f.error when r.state = 'WAITING' and r.held_until > now()"
            + " then 'it is held; ' || r.held_because else coalesce(file.error, f.error) end as error"
            + " from redrive_item i join failure f on f.id = i.failure_id"
            + " left join file_removal r on r.id = f.removal_id left join deletion d on d.id = f.deletion_id"
            + " left join lateral (select coalesce(cf.error, 'it is held; ' || c.held_because, 'it was given up') as error"
            + " from file_removal c left join failure cf on cf.removal_id = c.id"
            + " where c.separated_from = r.id and c.separated_in >= i.generation"
            + " and (cf.id is not null or c.state in ('FAILED', 'WAIVED') or c.state = 'WAITING' and c.held_until > now())"
            + " limit 1) file on true"
            + " where i.redrive_id = :redrive and i.outcome = 'SENT'";

    private static final String ENDED = "count(*) filter (where outcome = 'SUCCEEDED'),"
            + " count(*) filter (where outcome = 'FAILED_AGAIN'),"
            + " count(*) filter (where outcome = 'SUCCEEDED' and in_run),"
            + " count(*) filter (where outcome = 'FAILED_AGAIN' and in_run) from ended";

    @PersistenceContext(unitName = "lethe")
    EntityManager entities;

    /** Adds failures behind the items that are there. */
    void add(UUID redrive, long behind, Collection<UUID> failures) {
        entities.createNativeQuery("insert into redrive_item (redrive_id, position, failure_id, times)"
                        + " select :redrive, :behind + u.place, f.id, f.times"
                        + " from unnest(:failures) with ordinality as u(id, place) join failure f on f.id = u.id")
                .setParameter("redrive", redrive)
                .setParameter("behind", behind)
                .setParameter("failures", failures.toArray(UUID[]::new))
                .executeUpdate();
    }

    /** The next that wait, but for those that failed on a queue that is {@code closed}. */
    List<DueItem> due(UUID redrive, Collection<String> closed, int most) {
        return rows(entities.createNativeQuery(
                                "select i.position, i.failure_id, i.times, f.times as times_now, f.state"
                                        + " from redrive_item i join failure f on f.id = i.failure_id"
                                        + " where i.redrive_id = :redrive and i.outcome = 'WAITING'"
                                        + " and f.queue <> all(:closed) order by i.position limit :most",
                                Tuple.class)
                        .setParameter("redrive", redrive)
                        .setParameter("closed", closed.toArray(String[]::new))
                        .setParameter("most", most))
                .stream()
                .map(row -> new DueItem(
                        row.get(0, Integer.class),
                        row.get(1, UUID.class),
                        row.get(2, Integer.class),
                        row.get(3, Integer.class),
                        FailureState.valueOf(row.get(4, String.class))))
                .toList();
    }

    /** Whether any that waits failed on a queue that is not {@code closed}. */
    boolean anyDue(UUID redrive, Collection<String> closed) {
        return (Boolean) entities.createNativeQuery(
                        "select exists (select 1 from redrive_item i join failure f on f.id = i.failure_id"
                                + " where i.redrive_id = :redrive and i.outcome = 'WAITING' and f.queue <> all(:closed))",
                        Boolean.class)
                .setParameter("redrive", redrive)
                .setParameter("closed", closed.toArray(String[]::new))
                .getSingleResult();
    }

    /** They were sent in this transaction, in this run. */
    void sent(UUID redrive, int run, Collection<Integer> positions) {
        entities.createNativeQuery("update redrive_item i set outcome = 'SENT', run = :run, sent_at = now(),"
                        + " generation = r.generation - 1, page = d.next_page"
                        + " from failure f left join file_removal r on r.id = f.removal_id"
                        + " left join deletion d on d.id = f.deletion_id"
                        + " where i.redrive_id = :redrive and i.position = any(:positions) and f.id = i.failure_id")
                .setParameter("run", run)
                .setParameter("redrive", redrive)
                .setParameter("positions", positions.toArray(Integer[]::new))
                .executeUpdate();
    }

    /** It is not sent. */
    void skipped(UUID redrive, int position, String why) {
        entities.createNativeQuery("update redrive_item set outcome = 'SKIPPED', ended_at = now(), why = :why"
                        + " where redrive_id = :redrive and position = :position")
                .setParameter("why", why)
                .setParameter("redrive", redrive)
                .setParameter("position", position)
                .executeUpdate();
    }

    /** None that waits is sent. */
    void skippedAll(UUID redrive, String why) {
        entities.createNativeQuery("update redrive_item set outcome = 'SKIPPED', ended_at = now(), why = :why"
                        + " where redrive_id = :redrive and outcome = 'WAITING'")
                .setParameter("why", why)
                .setParameter("redrive", redrive)
                .executeUpdate();
    }

    /**
     * Writes down what has become of those that were sent.
     *
     * @param run the redrive's present one
     */
    EndedItems note(UUID redrive, int run) {
        Tuple ended = (Tuple) entities.createNativeQuery(
                        "with k as (" + KNOWN + "), ended as (update redrive_item i"
                                + " set outcome = k.outcome, ended_at = now(),"
                                + " why = case when k.outcome = 'FAILED_AGAIN' then k.error end"
                                + " from k where i.redrive_id = :redrive and i.position = k.position"
                                + " and k.outcome is not null returning i.outcome, i.run = :run as in_run) select "
                                + ENDED,
                        Tuple.class)
                .setParameter("redrive", redrive)
                .setParameter("run", run)
                .getSingleResult();
        return new EndedItems(number(ended, 0), number(ended, 1), number(ended, 2), number(ended, 3));
    }

    /** In the order in which they go, after a position; with an outcome, only those that have it. */
    List<ItemView> page(UUID redrive, Optional<ItemOutcome> outcome, long after, PageRequest page) {
        return rows(entities.createNativeQuery(
                                "select i.position, i.failure_id, f.deletion_id, f.storage, f.cause, i.outcome, i.sent_at,"
                                        + " i.ended_at, i.why from redrive_item i join failure f on f.id = i.failure_id"
                                        + " where i.redrive_id = :redrive and i.position > :after"
                                        + outcome.map(wanted -> " and i.outcome = '" + wanted + "'")
                                                .orElse("")
                                        + " order by i.position limit :rows",
                                Tuple.class)
                        .setParameter("redrive", redrive)
                        .setParameter("after", after)
                        .setParameter("rows", page.rowsToRead()))
                .stream()
                .map(RedriveItems::view)
                .toList();
    }

    /** What failures are about that are no items yet, in the order of their ids. */
    List<DryRunView.SampleFailure> sample(Collection<UUID> failures) {
        return rows(entities.createNativeQuery(
                                "select id, deletion_id, storage, cause, error, files, times, last_at from failure"
                                        + " where id = any(:failures) order by id",
                                Tuple.class)
                        .setParameter("failures", failures.toArray(UUID[]::new)))
                .stream()
                .map(row -> new DryRunView.SampleFailure(
                        row.get(0, UUID.class),
                        row.get(1, UUID.class),
                        row.get(2, String.class),
                        row.get(3, String.class),
                        row.get(4, String.class),
                        row.get(5, Integer.class),
                        row.get(6, Integer.class),
                        row.get(7, Instant.class)))
                .toList();
    }

    private static ItemView view(Tuple row) {
        return new ItemView(
                row.get(0, Integer.class),
                row.get(1, UUID.class),
                row.get(2, UUID.class),
                row.get(3, String.class),
                row.get(4, String.class),
                ItemOutcome.valueOf(row.get(5, String.class)),
                row.get(6, Instant.class),
                row.get(7, Instant.class),
                row.get(8, String.class));
    }

    private static long number(Tuple row, int column) {
        return row.get(column, Number.class).longValue();
    }

    @SuppressWarnings("unchecked") // a native query has no typed result
    private static List<Tuple> rows(Query query) {
        return query.getResultList();
    }
}
