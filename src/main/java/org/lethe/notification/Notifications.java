package org.lethe.notification;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.lethe.page.PageRequest;
import org.lethe.push.RowMessage;

/**
 * The rows of notifications. What changes a row says which generation of it is meant, so that a message that comes late or
 * twice changes nothing. Every method works in the caller's transaction.
 */
@Dependent
class Notifications {

    private static final int LONGEST_ERROR = 300;
    private static final String COLUMNS =
            "id, channel_id, what, kind, storage, cause, detail, count, since, until, created_at";
    private static final String MEANT = "id = :id and generation = :generation and state = 'SENDING'";

    @PersistenceContext(unitName = "lethe")
    EntityManager entities;

    /** A new one, SENDING; the message of it. */
    RowMessage add(Notice notice, String channelName) {
        entities.createNativeQuery(
                        "insert into notification (" + COLUMNS + ", channel_name) values"
                                + " (:id, :channel, :what, :kind, :storage, :cause, :detail, :count, :since, :until, :created, :name)")
                .setParameter("id", notice.id())
                .setParameter("channel", notice.channel())
                .setParameter("what", notice.what().name())
                .setParameter("kind", notice.group().kind())
                .setParameter("storage", notice.group().storage())
                .setParameter("cause", notice.group().cause())
                .setParameter("detail", notice.detail())
                .setParameter("count", notice.count())
                .setParameter("since", notice.since())
                .setParameter("until", notice.until())
                .setParameter("created", notice.createdAt())
                .setParameter("name", channelName)
                .executeUpdate();
        return new RowMessage(notice.id(), 1);
    }

    /** Whether the row that a message is of can be seen yet. */
    boolean isVisible(RowMessage message) {
        return !entities.createNativeQuery("select 1 from notification where id = :id and generation >= :generation")
                .setParameter("id", message.id())
                .setParameter("generation", message.generation())
                .getResultList()
                .isEmpty();
    }

    /** What a message asks to send; empty when there is nothing to send any more. The row is not locked. */
    @SuppressWarnings("unchecked") // a native query has no typed result
    Optional<Notice> due(RowMessage message) {
        Query query = named(
                entities.createNativeQuery("select " + COLUMNS + " from notification where " + MEANT, Tuple.class),
                message);
        return ((List<Tuple>) query.getResultList()).stream().findFirst().map(Notifications::notice);
    }

    /** SENDING to DELIVERED. */
    void delivered(RowMessage message) {
        change("state = 'DELIVERED', attempts = attempts + 1, delivered_at = now()", message)
                .executeUpdate();
    }

    /** One more attempt that failed; the broker tries again. */
    void attemptFailed(RowMessage message, String error) {
        change("attempts = attempts + 1, last_error = :error, failed_at = now(), pushed_at = now()", message)
                .setParameter("error", abbreviated(error))
                .executeUpdate();
    }

    /** SENDING to FAILED, by an attempt that says that there is no use in another. */
    void refused(RowMessage message, String error) {
        change("state = 'FAILED', attempts = attempts + 1, last_error = :error, failed_at = now()", message)
                .setParameter("error", abbreviated(error))
                .executeUpdate();
    }

    /**
     * SENDING to FAILED: the broker has given up.
     *
     * @return false when the notification does not wait for this message any more
     */
    boolean gaveUp(RowMessage message) {
        return change(
                                "state = 'FAILED', failed_at = now(),"
                                        + " last_error = coalesce(last_error, 'no attempt came to an end')",
                                message)
                        .executeUpdate()
                == 1;
    }

    /** SENDING to CANCELLED: its channel tells nothing any more. */
    void cancelled(RowMessage message) {
        change("state = 'CANCELLED'", message).executeUpdate();
    }

    /** Those that nothing was heard of for so long, the longest first; sent anew, an earlier message has nothing to do. */
    @SuppressWarnings("unchecked") // a native query has no typed result
    List<RowMessage> pushAgain(Duration silence, int most) {
        List<Tuple> rows = entities.createNativeQuery(
                        "update notification set generation = generation + 1, pushed_at = now() where id in"
                                + " (select id from notification where state = 'SENDING'"
                                + " and pushed_at < now() - make_interval(secs => :seconds)"
                                + " order by pushed_at limit :most for update skip locked) returning id, generation",
                        Tuple.class)
                .setParameter("seconds", silence.toSeconds())
                .setParameter("most", most)
                .getResultList();
        return rows.stream()
                .map(row -> new RowMessage(
                        row.get(0, UUID.class), row.get(1, Number.class).intValue()))
                .toList();
    }

    /** Forgets what came to its end so long ago. */
    void forget(Duration age) {
        entities.createNativeQuery("delete from notification where state <> 'SENDING'"
                        + " and created_at < now() - make_interval(secs => :seconds)")
                .setParameter("seconds", age.toSeconds())
                .executeUpdate();
    }

    /** The newest first; of a channel, or in a state, only those. */
    @SuppressWarnings("unchecked") // a native query has no typed result
    List<NotificationView> page(Optional<UUID> channel, Optional<NotificationState> state, PageRequest page) {
        String narrowed = (channel.isPresent() ? " and channel_id = :channel" : "")
                + (state.isPresent() ? " and state = :state" : "");
        Query query = entities.createNativeQuery(
                        "select " + COLUMNS
                                + ", channel_name, state, attempts, last_error, delivered_at from notification"
                                + " where (created_at, id) < (:at, :id)" + narrowed
                                + " order by created_at desc, id desc",
                        Tuple.class)
                .setParameter("at", page.after().createdAt())
                .setParameter("id", page.after().id())
                .setMaxResults(page.rowsToRead());
        channel.ifPresent(id -> query.setParameter("channel", id));
        state.ifPresent(one -> query.setParameter("state", one.name()));
        return ((List<Tuple>) query.getResultList())
                .stream().map(Notifications::view).toList();
    }

    private Query change(String changes, RowMessage message) {
        return named(entities.createNativeQuery("update notification set " + changes + " where " + MEANT), message);
    }

    private static Query named(Query query, RowMessage message) {
        return query.setParameter("id", message.id()).setParameter("generation", message.generation());
    }

    private static Notice notice(Tuple row) {
        What what = What.valueOf(row.get(2, String.class));
        return new Notice(
                row.get(0, UUID.class),
                row.get(1, UUID.class),
                what,
                new Group(what.subject(), row.get(3, String.class), row.get(4, String.class), row.get(5, String.class)),
                row.get(6, String.class),
                row.get(7, Number.class).longValue(),
                row.get(8, Instant.class),
                row.get(9, Instant.class),
                row.get(10, Instant.class));
    }

    private static NotificationView view(Tuple row) {
        Notice notice = notice(row);
        return new NotificationView(
                notice.id(),
                notice.channel(),
                row.get(11, String.class),
                notice.what(),
                orNull(notice.group().kind()),
                orNull(notice.group().storage()),
                orNull(notice.group().cause()),
                orNull(notice.detail()),
                notice.count(),
                notice.since(),
                notice.until(),
                NotificationState.valueOf(row.get(12, String.class)),
                row.get(13, Number.class).intValue(),
                row.get(14, String.class),
                notice.createdAt(),
                row.get(15, Instant.class));
    }

    private static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static String abbreviated(String text) {
        return text.length() <= LONGEST_ERROR ? text : text.substring(0, LONGEST_ERROR - 1) + "…";
    }
}
