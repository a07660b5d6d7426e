package org.lethe.redelivery;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.lethe.page.PageRequest;

/** The rows of policies and their versions. Every method works in the caller's transaction. */
@Dependent
public class PolicyVersions {

    private static final String COLUMNS =
            "v.queue, v.version, v.policy, v.address, v.paused, v.reason, v.author, v.at, v.restored_from";
    private static final String PRESENT =
            " from redelivery_state s join redelivery_version v on v.queue = s.queue and v.version = s.version";

    @PersistenceContext(unitName = "lethe")
    EntityManager entities;

    /** The present version of each queue that has one. */
    List<PolicyVersion> present() {
        return versions(entities.createNativeQuery("select " + COLUMNS + PRESENT, Tuple.class));
    }

    Optional<PolicyVersion> present(ManagedQueue queue) {
        return versions(entities.createNativeQuery(
                                "select " + COLUMNS + PRESENT + " where s.queue = :queue", Tuple.class)
                        .setParameter("queue", queue.queue()))
                .stream()
                .findFirst();
    }

    Optional<PolicyVersion> find(ManagedQueue queue, int version) {
        return versions(entities.createNativeQuery(
                                "select " + COLUMNS + " from redelivery_version v"
                                        + " where v.queue = :queue and v.version = :version",
                                Tuple.class)
                        .setParameter("queue", queue.queue())
                        .setParameter("version", version))
                .stream()
                .findFirst();
    }

    /** The newest first; one more than the page needs, so that each has the one before it. */
    List<PolicyVersion> page(ManagedQueue queue, PageRequest page) {
        return versions(entities.createNativeQuery(
                        "select " + COLUMNS + " from redelivery_version v where v.queue = :queue and v.at < :at"
                                + " order by v.version desc",
                        Tuple.class)
                .setParameter("queue", queue.queue())
                .setParameter("at", page.after().createdAt())
                .setMaxResults(page.rowsToRead() + 1));
    }

    /** Where the queue stands; nobody else changes or tells its policy until the transaction ends. */
    Optional<QueueState> lock(ManagedQueue queue) {
        return state(queue, " for update");
    }

    Optional<QueueState> state(ManagedQueue queue) {
        return state(queue, "");
    }

    @SuppressWarnings("unchecked") // a native query has no typed result
    private Optional<QueueState> state(ManagedQueue queue, String lock) {
        return ((List<Tuple>) entities.createNativeQuery(
                                "select version, confirmed_version, held, confirmed_held, confirmed_at, drift_since"
                                        + " from redelivery_state where queue = :queue" + lock,
                                Tuple.class)
                        .setParameter("queue", queue.queue())
                        .getResultList())
                .stream()
                        .map(row -> new QueueState(
                                row.get(0, Integer.class),
                                row.get(1, Integer.class),
                                row.get(2, Boolean.class),
                                row.get(3, Boolean.class),
                                row.get(4, Instant.class),
                                Optional.ofNullable(row.get(5, Instant.class))))
                        .findFirst();
    }

    /**
     * The first version of a queue: what the broker has.
     *
     * @return whether it was; another node may have been faster
     */
    boolean addFirst(PolicyVersion first) {
        boolean added = insert(first, " on conflict do nothing") == 1;
        if (added) {
            entities.createNativeQuery(
                            "insert into redelivery_state (queue, version, confirmed_version) values (:queue, 1, 1)")
                    .setParameter("queue", first.queue())
                    .executeUpdate();
        }
        return added;
    }

    /** A further version, which is the present one from now on; lock the state before. */
    void add(PolicyVersion next) {
        insert(next, "");
        entities.createNativeQuery(
                        "update redelivery_state s set version = :version, resumed_at = case when not :paused"
                                + " and (select v.paused from redelivery_version v where v.queue = s.queue and v.version = s.version)"
                                + " then now() else resumed_at end where queue = :queue")
                .setParameter("version", next.version())
                .setParameter("paused", next.policy().paused())
                .setParameter("queue", next.queue())
                .executeUpdate();
    }

    /** Holds the queue back from now on, or lets it go; lock the state before. */
    void hold(ManagedQueue queue, boolean isHeld) {
        entities.createNativeQuery(
                        "update redelivery_state set held = :held,"
                                + " resumed_at = case when held and not :held then now() else resumed_at end where queue = :queue")
                .setParameter("held", isHeld)
                .setParameter("queue", queue.queue())
                .executeUpdate();
    }

    /** The broker holds the queue back, or lets it go, as is stored. */
    void holdConfirmed(ManagedQueue queue) {
        entities.createNativeQuery("update redelivery_state set confirmed_held = held where queue = :queue")
                .setParameter("queue", queue.queue())
                .executeUpdate();
    }

    /** The queues that are held back now, and those that were held or paused before. */
    @SuppressWarnings("unchecked") // a native query has no typed result
    List<QueueRun> runs() {
        return ((List<Tuple>) entities.createNativeQuery(
                                "select queue, held, cast(extract(epoch from now() - resumed_at) * 1000 as bigint)"
                                        + " from redelivery_state where held or resumed_at is not null",
                                Tuple.class)
                        .getResultList())
                .stream()
                        .map(row -> new QueueRun(
                                row.get(0, String.class),
                                row.get(1, Boolean.class),
                                Optional.ofNullable(row.get(2, Long.class)).map(Duration::ofMillis)))
                        .toList();
    }

    /** The broker has the present version, all of it. */
    void confirmed(ManagedQueue queue) {
        entities.createNativeQuery(
                        "update redelivery_state set confirmed_at ="
                                + " case when confirmed_version = version then confirmed_at else now() end,"
                                + " confirmed_version = version, confirmed_held = held, drift_since = null where queue = :queue")
                .setParameter("queue", queue.queue())
                .executeUpdate();
    }

    /** The broker has something that nobody has stored. */
    void drifted(ManagedQueue queue) {
        entities.createNativeQuery(
                        "update redelivery_state set drift_since = coalesce(drift_since, now()) where queue = :queue")
                .setParameter("queue", queue.queue())
                .executeUpdate();
    }

    private int insert(PolicyVersion version, String onConflict) {
        return entities.createNativeQuery("insert into redelivery_version"
                        + " (queue, version, policy, address, paused, reason, author, restored_from)"
                        + " values (:queue, :version, :policy, :address, :paused, :reason, :author,"
                        + " cast(:restored as int))" + onConflict)
                .setParameter("queue", version.queue())
                .setParameter("version", version.version())
                .setParameter("policy", PolicyJson.of(version.policy()).toString())
                .setParameter("address", version.told().address().toString())
                .setParameter("paused", version.told().paused())
                .setParameter("reason", version.reason())
                .setParameter("author", version.author())
                .setParameter("restored", version.restoredFrom())
                .executeUpdate();
    }

    @SuppressWarnings("unchecked") // a native query has no typed result
    private static List<PolicyVersion> versions(Query query) {
        return ((List<Tuple>) query.getResultList())
                .stream()
                        .map(row -> new PolicyVersion(
                                row.get(0, String.class),
                                row.get(1, Integer.class),
                                PolicyJson.read(PolicyJson.parse(row.get(2, String.class))),
                                new ToldSettings(PolicyJson.parse(row.get(3, String.class)), row.get(4, Boolean.class)),
                                row.get(5, String.class),
                                row.get(6, String.class),
                                row.get(7, Instant.class),
                                row.get(8, Integer.class)))
                        .toList();
    }
}
