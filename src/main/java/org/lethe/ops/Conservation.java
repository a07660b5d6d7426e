package org.lethe.ops;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.lethe.broker.BrokerManagement;
import org.lethe.broker.BrokerUnavailableException;
import org.lethe.broker.QueueDepth;
import org.lethe.broker.Queues;
import org.lethe.storage.StorageId;

/**
 * Counts whether every file that was ever requested is accounted for. Every row is counted, those that are gone too:
 * a figure that were derived from the others could not be wrong.
 */
@Dependent
class Conservation {

    private static final String COUNT = """
            select now(),
                   (select coalesce(sum(files), 0) from deletion) * ?,
                   coalesce(sum(files) filter (where state = 'WAITING'), 0),
                   coalesce(sum(files) filter (where state = 'GONE' and storage = 'main'), 0),
                   coalesce(sum(files) filter (where state = 'GONE' and storage = 'backup'), 0),
                   coalesce(sum(files) filter (where state = 'FAILED'), 0),
                   coalesce(sum(files) filter (where state = 'WAIVED'), 0),
                   extract(epoch from now() - min(pushed_at) filter (where state = 'WAITING')),
                   (select count(*) from removal_attempt where counted),
                   (select count(*) from failure where state in ('OPEN', 'ASSIGNED'))
            from file_removal
            """;

    private final PlainDatabase database;
    private final BrokerManagement broker;

    @Inject
    Conservation(PlainDatabase database, BrokerManagement broker) {
        this.database = database;
        this.broker = broker;
    }

    /** The rows, counted in one snapshot. */
    Count count() {
        return database.all(
                        COUNT,
                        row -> new Count(
                                row.getTimestamp(1).toInstant(),
                                row.getLong(2),
                                row.getLong(3),
                                new Gone(row.getLong(4), row.getLong(5)),
                                row.getLong(6),
                                row.getLong(7),
                                row.getDouble(8),
                                row.getLong(9),
                                row.getLong(10)),
                        StorageId.values().length)
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

    /** Files that are gone, by storage. */
    public record Gone(long main, long backup) {}

    /**
     * All files ever requested, counted once for each storage.
     *
     * @param oldestWaitingSeconds since the oldest of those that wait was last sent; 0 when none waits
     * @param attempts attempts that failed, over all time
     * @param openFailures failures that wait for a person
     */
    public record Count(
            Instant at,
            long requested,
            long waiting,
            Gone gone,
            long failed,
            long waived,
            double oldestWaitingSeconds,
            long attempts,
            long openFailures) {

        /** What is missing (positive) or too many (negative); 0 when it adds up. */
        public long difference() {
            return requested - waiting - gone.main - gone.backup - failed - waived;
        }
    }
}
