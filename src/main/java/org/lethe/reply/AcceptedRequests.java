package org.lethe.reply;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rows of requests that came by a message and were accepted. Every method works in the caller's transaction. */
@Dependent
public class AcceptedRequests {

    @PersistenceContext(unitName = "lethe")
    EntityManager entities;

    /** The one of this key, if there is one. */
    @SuppressWarnings("unchecked") // a native query has no typed result
    public Optional<KnownRequest> find(RequestKey key) {
        return ((List<Tuple>) named(
                                entities.createNativeQuery(
                                        "select deletion_id, fingerprint from message_request where " + MEANT,
                                        Tuple.class),
                                key)
                        .getResultList())
                .stream().findFirst().map(row -> new KnownRequest(row.get(0, UUID.class), row.get(1, String.class)));
    }

    /**
     * Keeps a new one. Another with this key that is under way is waited for.
     *
     * @return false when there is one with this key now
     */
    public boolean add(RequestKey key, KnownRequest request, Optional<Requester> requester) {
        return named(
                                replied(
                                        entities.createNativeQuery("insert into message_request (owner_id, key,"
                                                + " deletion_id, fingerprint, reply_to, correlation) values (:owner,"
                                                + " :key, :deletion, :fingerprint, :replyTo, :correlation)"
                                                + " on conflict (owner_id, key) do nothing"),
                                        requester),
                                key)
                        .setParameter("deletion", request.deletionId())
                        .setParameter("fingerprint", request.fingerprint())
                        .executeUpdate()
                == 1;
    }

    /** Another deletion than the one that was begun for it does what it asks for. */
    public void isDoneBy(UUID deletion, RequestKey key) {
        named(entities.createNativeQuery("update message_request set deletion_id = :deletion where " + MEANT), key)
                .setParameter("deletion", deletion)
                .executeUpdate();
    }

    /** It was asked for again, and whoever asked last waits for the replies. */
    public void askedAgain(RequestKey key, Optional<Requester> requester) {
        named(
                        replied(
                                entities.createNativeQuery("update message_request set reply_to = :replyTo,"
                                        + " correlation = :correlation where " + MEANT),
                                requester),
                        key)
                .executeUpdate();
    }

    /** Who waits for the end of a deletion. */
    @SuppressWarnings("unchecked") // a native query has no typed result
    List<Requester> requestersOf(UUID deletion) {
        return ((List<Tuple>) entities.createNativeQuery(
                                "select reply_to, correlation from message_request"
                                        + " where deletion_id = :deletion and reply_to is not null",
                                Tuple.class)
                        .setParameter("deletion", deletion)
                        .getResultList())
                .stream()
                        .map(row -> new Requester(new ReplyAddress(row.get(0, String.class)), row.get(1, String.class)))
                        .toList();
    }

    private static final String MEANT = "owner_id = :owner and key = :key";

    private static Query named(Query query, RequestKey key) {
        return query.setParameter("owner", key.owner()).setParameter("key", key.text());
    }

    private static Query replied(Query query, Optional<Requester> requester) {
        return query.setParameter(
                        "replyTo",
                        requester
                                .map(Requester::address)
                                .map(ReplyAddress::queue)
                                .orElse(null))
                .setParameter(
                        "correlation", requester.map(Requester::correlation).orElse(null));
    }
}
