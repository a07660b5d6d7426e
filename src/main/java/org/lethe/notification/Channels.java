package org.lethe.notification;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.lethe.page.PageRequest;

/** The rows of channels. Every method works in the caller's transaction. */
@Dependent
class Channels {

    /** More than anybody needs; what happens is counted for each. */
    static final int MOST = 1000;

    @PersistenceContext(unitName = "lethe")
    EntityManager entities;

    void add(Channel channel) {
        entities.persist(channel);
    }

    Optional<Channel> find(UUID id) {
        return Optional.ofNullable(entities.find(Channel.class, id));
    }

    Optional<Channel> lock(UUID id) {
        return Optional.ofNullable(entities.find(Channel.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    long count() {
        return entities.createQuery("select count(c) from Channel c", Long.class)
                .getSingleResult();
    }

    List<Channel> all() {
        return entities.createQuery("select c from Channel c", Channel.class).getResultList();
    }

    /** The newest first. */
    List<Channel> page(PageRequest page) {
        return entities.createQuery(
                        "select c from Channel c where c.createdAt < :at or c.createdAt = :at and c.id < :id"
                                + " order by c.createdAt desc, c.id desc",
                        Channel.class)
                .setParameter("at", page.after().createdAt())
                .setParameter("id", page.after().id())
                .setMaxResults(page.rowsToRead())
                .getResultList();
    }

    /** Deletes one, and what was counted for it; what is on its way is cancelled when it comes up. */
    void delete(Channel channel) {
        entities.remove(channel);
    }

    /** A test has arrived over one now. */
    void reached(UUID channel) {
        entities.createNativeQuery("update notification_channel set reached_at = now() where id = :channel")
                .setParameter("channel", channel)
                .executeUpdate();
    }

    /** How what it sent has fared. */
    ChannelState state(UUID channel) {
        Tuple row = (Tuple) entities.createNativeQuery(
                        "select (select count(*) from notification where channel_id = :channel and state = 'SENDING'),"
                                + " (select max(delivered_at) from notification where channel_id = :channel),"
                                + " f.failed_at, f.last_error from (select 1) one left join lateral"
                                + " (select failed_at, last_error from notification where channel_id = :channel"
                                + " and failed_at is not null order by failed_at desc limit 1) f on true",
                        Tuple.class)
                .setParameter("channel", channel)
                .getSingleResult();
        return new ChannelState(
                row.get(0, Number.class).longValue(),
                row.get(1, Instant.class),
                row.get(2, Instant.class),
                row.get(3, String.class));
    }
}
