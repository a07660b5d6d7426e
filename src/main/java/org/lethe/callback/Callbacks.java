package org.lethe.callback;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.lethe.event.CloudEvent;
import org.lethe.push.RowMessage;

/**
 * The rows of callbacks, one for each deletion that was asked for with one. What changes a row says which generation of it
 * is meant, so that a message that comes late or twice changes nothing. Every method works in the caller's transaction.
 */
@Dependent
public class Callbacks {

    private static final int LONGEST_ERROR = 300;

    @PersistenceContext(unitName = "lethe")
    EntityManager entities;

    /** A new one, WAITING for the end of a deletion. */
    public void add(UUID deletion, UUID owner, CallbackUrl url) {
        entities.createNativeQuery("insert into callback (deletion_id, owner_id, url) values (:deletion, :owner, :url)")
                .setParameter("deletion", deletion)
                .setParameter("owner", owner)
                .setParameter("url", url.text())
                .executeUpdate();
    }

    /** Those of these deletions, by deletion. */
    @SuppressWarnings("unchecked") // a native query has no typed result
    public Map<UUID, CallbackView> of(Collection<UUID> deletions) {
        return ((List<Tuple>) entities.createNativeQuery(
                                "select deletion_id, url, state, attempts, delivered_at, last_error from callback"
                                        + " where deletion_id in (:deletions)",
                                Tuple.class)
                        .setParameter("deletions", deletions)
                        .getResultList())
                .stream().collect(Collectors.toMap(row -> row.get(0, UUID.class), Callbacks::view));
    }

    /** SENDING: the deletion has ended, with this to be told of it; empty when nobody wants to be called. */
    Optional<RowMessage> ended(UUID deletion, CloudEvent event) {
        return messages(entities.createNativeQuery(
                                "update callback set state = 'SENDING', generation = generation + 1, event_id = :event,"
                                        + " body = :body, attempts = 0, last_error = null, delivered_at = null,"
                                        + " pushed_at = now() where deletion_id = :deletion"
                                        + " returning deletion_id, generation",
                                Tuple.class)
                        .setParameter("deletion", deletion)
                        .setParameter("event", event.id())
                        .setParameter("body", event.json()))
                .stream()
                .findFirst();
    }

    /** Whether the row that a message is of can be seen yet. */
    boolean isVisible(RowMessage message) {
        return !entities.createNativeQuery(
                        "select 1 from callback where deletion_id = :deletion and generation >= :generation")
                .setParameter("deletion", message.id())
                .setParameter("generation", message.generation())
                .getResultList()
                .isEmpty();
    }

    /** What a message asks to send; empty when there is nothing to send any more. The row is not locked. */
    @SuppressWarnings("unchecked") // a native query has no typed result
    Optional<DueCallback> due(RowMessage message) {
        return ((List<Tuple>) named(
                                "select deletion_id, owner_id, url, event_id, body from callback where " + MEANT,
                                message,
                                Tuple.class)
                        .getResultList())
                .stream()
                        .findFirst()
                        .map(row -> new DueCallback(
                                row.get(0, UUID.class),
                                row.get(1, UUID.class),
                                row.get(2, String.class),
                                row.get(3, UUID.class),
                                row.get(4, String.class)));
    }

    /** SENDING to DELIVERED. */
    void delivered(RowMessage message) {
        changed("state = 'DELIVERED', attempts = attempts + 1, delivered_at = now()", message)
                .executeUpdate();
    }

    /** One more attempt that failed; the broker tries again. */
    void attemptFailed(RowMessage message, String error) {
        changed("attempts = attempts + 1, last_error = :error, pushed_at = now()", message)
                .setParameter("error", abbreviated(error))
                .executeUpdate();
    }

    /** SENDING to FAILED, by an attempt that says that there is no use in another. */
    void refused(RowMessage message, String error) {
        changed("state = 'FAILED', attempts = attempts + 1, last_error = :error", message)
                .setParameter("error", abbreviated(error))
                .executeUpdate();
    }

    /**
     * SENDING to FAILED: the broker has given up.
     *
     * @return false when the callback does not wait for this message any more
     */
    boolean gaveUp(RowMessage message) {
        return changed("state = 'FAILED', last_error = coalesce(last_error, 'no attempt came to an end')", message)
                        .executeUpdate()
                == 1;
    }

    /** Those that nothing was heard of for so long, the longest first; sent anew, an earlier message has nothing to do. */
    List<RowMessage> pushAgain(Duration silence, int most) {
        return messages(entities.createNativeQuery(
                        "update callback set generation = generation + 1, pushed_at = now() where deletion_id in"
                                + " (select deletion_id from callback where state = 'SENDING'"
                                + " and pushed_at < now() - make_interval(secs => :seconds)"
                                + " order by pushed_at limit :most for update skip locked)"
                                + " returning deletion_id, generation",
                        Tuple.class)
                .setParameter("seconds", silence.toSeconds())
                .setParameter("most", most));
    }

    private static final String MEANT = "deletion_id = :deletion and generation = :generation and state = 'SENDING'";

    private Query changed(String changes, RowMessage message) {
        return named(entities.createNativeQuery("update callback set " + changes + " where " + MEANT), message);
    }

    private Query named(String sql, RowMessage message, Class<?> result) {
        return named(entities.createNativeQuery(sql, result), message);
    }

    private static Query named(Query query, RowMessage message) {
        return query.setParameter("deletion", message.id()).setParameter("generation", message.generation());
    }

    @SuppressWarnings("unchecked") // a native query has no typed result
    private static List<RowMessage> messages(Query query) {
        return ((List<Tuple>) query.getResultList())
                .stream()
                        .map(row -> new RowMessage(
                                row.get(0, UUID.class), row.get(1, Number.class).intValue()))
                        .toList();
    }

    private static CallbackView view(Tuple row) {
        return new CallbackView(
                row.get(1, String.class),
                CallbackState.valueOf(row.get(2, String.class)),
                row.get(3, Number.class).intValue(),
                row.get(4, Instant.class),
                row.get(5, String.class));
    }

    private static String abbreviated(String text) {
        return text.length() <= LONGEST_ERROR ? text : text.substring(0, LONGEST_ERROR - 1) + "…";
    }
}
