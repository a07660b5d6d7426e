package org.lethe.overview;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.lethe.broker.BrokerManagement;
import org.lethe.broker.BrokerUnavailableException;
import org.lethe.broker.QueueDepth;
import org.lethe.broker.Queues;
import org.lethe.database.PlainDatabase;
import org.lethe.settings.LetheSettings;
import org.lethe.settings.ReconcileSettings;
import org.lethe.storage.StorageId;

/**
 * Counts whether every file that was ever requested is accounted for. Every row is counted, those that are gone too:
 * a figure that were derived from the others could not be wrong.
 */
@Dependent
public class Conservation {

    private static final String COUNT = """
            with r as (select storage, state, sum(files) as n,
                              sum(files) filter (where state = 'WAITING' and held_until > now()) as held,
                              sum(files) filter (where state = 'WAITING' and coalesce(held_until <= now(), true)
                                                 and pushed_at < now() - make_interval(secs => ?)) as late,
                              min(pushed_at) filter (where state = 'WAITING') as since
                       from file_removal group by storage, state)
            select now(),
                   (select coalesce(sum(files), 0) from deletion) * ?,
                   coalesce(sum(n) filter (where storage = 'main' and state = 'WAITING'), 0),
                   coalesce(sum(n) filter (where storage = 'main' and state = 'GONE'), 0),
                   coalesce(sum(n) filter (where storage = 'main' and state = 'FAILED'), 0),
                   coalesce(sum(n) filter (where storage = 'main' and state = 'WAIVED'), 0),
                   coalesce(sum(late) filter (where storage = 'main'), 0),
                   coalesce(sum(n) filter (where storage = 'backup' and state = 'WAITING'), 0),
                   coalesce(sum(n) filter (where storage = 'backup' and state = 'GONE'), 0),
                   coalesce(sum(n) filter (where storage = 'backup' and state = 'FAILED'), 0),
                   coalesce(sum(n) filter (where storage = 'backup' and state = 'WAIVED'), 0),
                   coalesce(sum(late) filter (where storage = 'backup'), 0),
                   coalesce(sum(held), 0),
                   greatest(0, extract(epoch from now() - min(since))),
                   (select count(*) from removal_attempt where counted)
            from r
            """;

    private static final int FIRST_OF_STORAGES = 3;
    private static final int FIGURES_OF_STORAGE = 5;

    /** Besides the grace: the rounds of reconciliation, and what it takes to send. */
    private static final Duration TO_SEND_AGAIN = Duration.ofSeconds(15);

    private final PlainDatabase database;
    private final BrokerManagement broker;
    private final ReconcileSettings reconcile;

    @Inject
    Conservation(PlainDatabase database, BrokerManagement broker, LetheSettings settings) {
        this.database = database;
        this.broker = broker;
        this.reconcile = settings.reconcile();
    }

    /** The rows, counted in one snapshot. */
    Count count() {
        long begun = System.nanoTime();
        Duration late = reconcile.grace().plus(reconcile.period()).plus(TO_SEND_AGAIN);
        return database.all(COUNT, row -> read(row, begun), (double) late.toSeconds(), StorageId.values().length)
                .get(0);
    }

    /** What the broker has of them, in messages; empty when it does not answer. */
    Map<String, QueueDepth> queues() {
        try {
            Map<String, QueueDepth> depths = new LinkedHashMap<>();
            for (String queue : Queues.ALL) {
                depths.put(queue, broker.depth(queue));
            }
            return depths;
        } catch (BrokerUnavailableException away) {
            return Map.of();
        }
    }

    private static Files files(ResultSet row, int first) throws SQLException {
        int column = first;
        return new Files(
                row.getLong(column++),
                row.getLong(column++),
                row.getLong(column++),
                row.getLong(column++),
                row.getLong(column));
    }

    private static Count read(ResultSet row, long begun) throws SQLException {
        int column = FIRST_OF_STORAGES;
        Files main = files(row, column);
        column += FIGURES_OF_STORAGE;
        Files backup = files(row, column);
        column += FIGURES_OF_STORAGE;
        return new Count(
                row.getTimestamp(1).toInstant(),
                Duration.ofNanos(System.nanoTime() - begun),
                row.getLong(2),
                main,
                backup,
                row.getLong(column++),
                row.getDouble(column++),
                row.getLong(column));
    }

    /** Files that are gone, by storage. */
    public record Gone(long main, long backup) {}

    /**
     * Files on one storage, by state.
     *
     * @param late of those that wait, those that wait for no date and were sent so long ago that reconciliation had the time
     *     to send them again, were their messages lost
     */
    public record Files(long waiting, long gone, long failed, long waived, long late) {}

    /**
     * All files ever requested, counted once for each storage.
     *
     * @param took how long the count took
     * @param held of those that wait, those that wait for a date
     * @param oldestWaitingSeconds since the oldest of those that wait was last sent; 0 when none waits
     * @param attempts attempts that failed, over all time
     */
    public record Count(
            Instant at,
            Duration took,
            long requested,
            Files main,
            Files backup,
            long held,
            double oldestWaitingSeconds,
            long attempts) {

        /** With a worker, ready, or waiting for another attempt: the rows know no difference. */
        public long waiting() {
            return main.waiting + backup.waiting;
        }

        public Gone gone() {
            return new Gone(main.gone, backup.gone);
        }

        public long failed() {
            return main.failed + backup.failed;
        }

        public long waived() {
            return main.waived + backup.waived;
        }

        /** What is missing (positive) or too many (negative); 0 when it adds up. */
        public long difference() {
            return requested - waiting() - main.gone - backup.gone - failed() - waived();
        }

        Files on(StorageId storage) {
            return storage == StorageId.MAIN ? main : backup;
        }
    }
}
