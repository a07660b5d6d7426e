package org.lethe.breaker;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.lethe.storage.StorageId;

/** The rows of breakers, their history and the last probes. Every method works in the caller's transaction. */
@Dependent
public class Breakers {

    /** Probes that are kept of each storage. */
    static final int PROBES = 60;

    /** Changes that are kept of each breaker. */
    static final int EVENTS = 100;

    private static final String SELECT = "select storage, state, version, since, why, actor, by_hand, failed_probes,"
            + " good_probes, next_probe_at, errors, window_ms, probe_interval_ms, longest_probe_interval_ms, successes,"
            + " limits_version, clock_timestamp() from storage_breaker";

    @PersistenceContext(unitName = "lethe")
    EntityManager entities;

    /** All of them, main first. */
    List<StoredBreaker> all() {
        return breakers(entities.createNativeQuery(SELECT + " order by storage desc", Tuple.class));
    }

    StoredBreaker find(StorageId storage) {
        return one(storage, "");
    }

    /** Nobody else changes it until the transaction ends. */
    StoredBreaker lock(StorageId storage) {
        return one(storage, " for update");
    }

    private StoredBreaker one(StorageId storage, String lock) {
        return breakers(entities.createNativeQuery(SELECT + " where storage = :storage" + lock, Tuple.class)
                        .setParameter("storage", storage.wireName()))
                .get(0);
    }

    void store(Breaker breaker) {
        entities.createNativeQuery("update storage_breaker set state = :state, version = :version, since = :since,"
                        + " why = :why, actor = :actor, by_hand = :byHand, failed_probes = :failed, good_probes = :good,"
                        + " next_probe_at = :next where storage = :storage")
                .setParameter("state", breaker.state().name())
                .setParameter("version", breaker.version())
                .setParameter("since", breaker.since())
                .setParameter("why", breaker.why())
                .setParameter("actor", breaker.by())
                .setParameter("byHand", breaker.byHand())
                .setParameter("failed", breaker.failedProbes())
                .setParameter("good", breaker.goodProbes())
                .setParameter("next", breaker.nextProbeAt())
                .setParameter("storage", breaker.storage().wireName())
                .executeUpdate();
    }

    /** Writes its state into its history, and forgets what is too long ago. */
    void addEvent(Breaker breaker) {
        entities.createNativeQuery("insert into storage_breaker_event (storage, at, state, why, actor)"
                        + " values (:storage, :at, :state, :why, :actor)")
                .setParameter("storage", breaker.storage().wireName())
                .setParameter("at", breaker.since())
                .setParameter("state", breaker.state().name())
                .setParameter("why", breaker.why())
                .setParameter("actor", breaker.by())
                .executeUpdate();
        entities.createNativeQuery("delete from storage_breaker_event where storage = :storage and id <="
                        + " (select id from storage_breaker_event where storage = :storage order by id desc"
                        + " offset :kept limit 1)")
                .setParameter("storage", breaker.storage().wireName())
                .setParameter("kept", EVENTS)
                .executeUpdate();
    }

    /** Sets limits; lock the breaker before. */
    void limit(StorageId storage, BreakerLimits limits) {
        entities.createNativeQuery("update storage_breaker set limits_version = limits_version + 1, errors = :errors,"
                        + " window_ms = :window, probe_interval_ms = :interval, longest_probe_interval_ms = :longest,"
                        + " successes = :successes where storage = :storage")
                .setParameter("errors", limits.errors())
                .setParameter("window", limits.windowMillis())
                .setParameter("interval", limits.probeIntervalMillis())
                .setParameter("longest", limits.longestProbeIntervalMillis())
                .setParameter("successes", limits.successes())
                .setParameter("storage", storage.wireName())
                .executeUpdate();
    }

    /** Keeps a probe in the place of the oldest one; lock the breaker before. */
    void addProbe(StorageId storage, Probe probe) {
        entities.createNativeQuery("with count as (update storage_breaker set probes = probes + 1"
                        + " where storage = :storage returning probes)"
                        + " insert into storage_probe (storage, place, at, took_ms, error)"
                        + " select :storage, cast(probes % :kept as int), :at, :took, cast(:error as text) from count"
                        + " on conflict (storage, place) do update"
                        + " set at = excluded.at, took_ms = excluded.took_ms, error = excluded.error")
                .setParameter("storage", storage.wireName())
                .setParameter("kept", PROBES)
                .setParameter("at", probe.at())
                .setParameter("took", probe.tookMillis())
                .setParameter("error", probe.error().orElse(null))
                .executeUpdate();
    }

    /** The newest first. */
    List<Probe> probes(StorageId storage, int most) {
        return rows(entities.createNativeQuery(
                                "select at, took_ms, error from storage_probe where storage = :storage order by at desc",
                                Tuple.class)
                        .setParameter("storage", storage.wireName())
                        .setMaxResults(most))
                .stream()
                .map(row -> new Probe(
                        row.get(0, Instant.class),
                        row.get(1, Long.class),
                        Optional.ofNullable(row.get(2, String.class))))
                .toList();
    }

    /** The newest first. */
    List<StorageView.Change> history(StorageId storage) {
        return rows(entities.createNativeQuery(
                                "select at, state, why, actor from storage_breaker_event where storage = :storage"
                                        + " order by id desc",
                                Tuple.class)
                        .setParameter("storage", storage.wireName())
                        .setMaxResults(EVENTS))
                .stream()
                .map(row -> new StorageView.Change(
                        row.get(0, Instant.class),
                        BreakerState.valueOf(row.get(1, String.class)),
                        row.get(2, String.class),
                        row.get(3, String.class)))
                .toList();
    }

    /** Which storage this installation has used so far; empty when none has ever answered. */
    Optional<UUID> identity(StorageId storage) {
        return rows(entities.createNativeQuery("select identity from storage where id = :storage", Tuple.class)
                        .setParameter("storage", storage.wireName()))
                .stream()
                .map(row -> row.get(0, UUID.class))
                .findFirst();
    }

    /** Files that were proven gone from a storage within the last minute. */
    long goneWithinAMinute(StorageId storage) {
        return rows(entities.createNativeQuery(
                                "select coalesce(sum(files), 0) from file_removal where state = 'GONE'"
                                        + " and settled_at > now() - interval '1 minute' and storage = :storage",
                                Tuple.class)
                        .setParameter("storage", storage.wireName()))
                .get(0)
                .get(0, Number.class)
                .longValue();
    }

    private static List<StoredBreaker> breakers(Query query) {
        return rows(query).stream()
                .map(row -> new StoredBreaker(
                        breaker(row), limits(row), row.get(15, Integer.class), row.get(16, Instant.class)))
                .toList();
    }

    private static Breaker breaker(Tuple row) {
        return new Breaker(
                StorageId.of(row.get(0, String.class)),
                BreakerState.valueOf(row.get(1, String.class)),
                row.get(2, Integer.class),
                row.get(3, Instant.class),
                row.get(4, String.class),
                row.get(5, String.class),
                row.get(6, Boolean.class),
                row.get(7, Integer.class),
                row.get(8, Integer.class),
                row.get(9, Instant.class));
    }

    private static Optional<BreakerLimits> limits(Tuple row) {
        return Optional.ofNullable(row.get(10, Integer.class))
                .map(errors -> new BreakerLimits(
                        errors,
                        row.get(11, Long.class),
                        row.get(12, Long.class),
                        row.get(13, Long.class),
                        row.get(14, Integer.class)));
    }

    @SuppressWarnings("unchecked") // a native query has no typed result
    private static List<Tuple> rows(Query query) {
        return query.getResultList();
    }
}
