package org.lethe.notification;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rows of what each channel was told of each group. Every method works in the caller's transaction. */
@Dependent
class Groups {

    private static final String ROW = "channel_id = :channel and subject = :subject and kind = :kind"
            + " and storage = :storage and cause = :cause";
    private static final String COLUMNS =
            "g.channel_id, g.subject, g.kind, g.storage, g.cause, g.untold, g.first_at, g.last_at,"
                    + " g.quiet_until, g.told, g.alarm_since, g.detail, clock_timestamp()";

    private static final String ENABLED = "cast(cast(c.document as json) ->> 'enabled' as boolean)";

    @PersistenceContext(unitName = "lethe")
    EntityManager entities;

    /** A row with what else is needed to decide of it. */
    record Seen(GroupState state, String detail, Instant now) {}

    /** Counts what happened for a channel. */
    void happened(UUID channel, Happened happened) {
        named(
                        entities.createNativeQuery(
                                "insert into notification_group as g"
                                        + " (channel_id, subject, kind, storage, cause, detail, untold, first_at, last_at)"
                                        + " values (:channel, :subject, :kind, :storage, :cause, :detail, :count, :first, :last)"
                                        + " on conflict (channel_id, subject, kind, storage, cause) do update set"
                                        + " first_at = case when g.untold = 0 then excluded.first_at else g.first_at end,"
                                        + " last_at = excluded.last_at, untold = g.untold + excluded.untold, detail = excluded.detail"),
                        channel,
                        happened.group())
                .setParameter("detail", happened.detail())
                .setParameter("count", happened.count())
                .setParameter("first", happened.firstAt())
                .setParameter("last", happened.lastAt())
                .executeUpdate();
    }

    /** Counts again what a channel was to be told, and what was kept as told. */
    void notTold(Notice notice) {
        named(
                        entities.createNativeQuery("update notification_group set untold = untold + :count,"
                                + " told = greatest(told - :count, 0), quiet_until = clock_timestamp(),"
                                + " first_at = case when untold = 0 then :first else least(first_at, :first) end where "
                                + ROW),
                        notice.channel(),
                        notice.group())
                .setParameter("count", notice.count())
                .setParameter("first", notice.since())
                .executeUpdate();
    }

    /** Notes that something is over, if anything of it was ever counted. */
    void settled(UUID channel, Group group, Instant at) {
        named(entities.createNativeQuery("update notification_group set settled_at = :at where " + ROW), channel, group)
                .setParameter("at", at)
                .executeUpdate();
    }

    /** Those of which something was not told yet and may be told now by a channel that is enabled; locked, without those that somebody else is at. */
    List<Seen> untold(int most) {
        return seen(
                "g.untold > 0 and g.quiet_until <= clock_timestamp() and " + ENABLED + " order by g.first_at", most);
    }

    /**
     * Those that could be over; locked, without those that somebody else is at. Where there are more, others each time: else
     * those that are not over for long would keep the rest from being asked about.
     */
    List<Seen> alarmed(int most) {
        return seen("g.untold = 0 and g.alarm_since is not null order by random()", most);
    }

    /** Those that nobody is told of, since their channel is disabled; as {@link #alarmed}. */
    List<Seen> kept(int most) {
        return seen("g.untold > 0 and not " + ENABLED + " order by random()", most);
    }

    /** Whether a breaker has closed since it opened last. */
    boolean isSettled(GroupState state) {
        return !named(
                        entities.createNativeQuery(
                                "select 1 from notification_group where settled_at > last_at and " + ROW),
                        state.channel(),
                        state.group())
                .getResultList()
                .isEmpty();
    }

    /** Keeps what has become of one. */
    void keep(GroupState state) {
        String alarm = state.alarmSince().isPresent() ? ":alarm" : "null";
        Query update = named(
                        entities.createNativeQuery(
                                "update notification_group set untold = :untold, quiet_until = :quiet,"
                                        + " told = :told, alarm_since = " + alarm + " where " + ROW),
                        state.channel(),
                        state.group())
                .setParameter("untold", state.untold())
                .setParameter("quiet", state.quietUntil())
                .setParameter("told", state.told());
        state.alarmSince().ifPresent(since -> update.setParameter("alarm", since));
        update.executeUpdate();
    }

    @SuppressWarnings("unchecked") // a native query has no typed result
    private List<Seen> seen(String which, int most) {
        return ((List<Tuple>) entities.createNativeQuery(
                                "select " + COLUMNS + " from notification_group g join notification_channel c"
                                        + " on c.id = g.channel_id where " + which
                                        + " limit :most for update of g skip locked",
                                Tuple.class)
                        .setParameter("most", most)
                        .getResultList())
                .stream().map(Groups::seen).toList();
    }

    private static Seen seen(Tuple row) {
        Group group = new Group(
                Subject.valueOf(row.get(1, String.class)),
                row.get(2, String.class),
                row.get(3, String.class),
                row.get(4, String.class));
        GroupState state = new GroupState(
                row.get(0, UUID.class),
                group,
                row.get(5, Number.class).longValue(),
                row.get(6, Instant.class),
                row.get(7, Instant.class),
                row.get(8, Instant.class),
                row.get(9, Number.class).longValue(),
                Optional.ofNullable(row.get(10, Instant.class)));
        return new Seen(state, row.get(11, String.class), row.get(12, Instant.class));
    }

    private static Query named(Query query, UUID channel, Group group) {
        return query.setParameter("channel", channel)
                .setParameter("subject", group.subject().name())
                .setParameter("kind", group.kind())
                .setParameter("storage", group.storage())
                .setParameter("cause", group.cause());
    }
}
