package org.lethe.overview;

import java.time.Instant;
import java.util.List;
import org.lethe.breaker.BreakerState;

/**
 * The whole at one moment.
 *
 * @param periodSeconds how often it is looked while somebody has a stream open
 * @param storages main first
 * @param queuesAt when the broker said what is told of queues; null when it has not since the node was started
 * @param databaseAnswers whether the database does now; otherwise its figures are what it said last
 */
public record OverviewView(
        Instant at,
        String node,
        double periodSeconds,
        boolean databaseAnswers,
        boolean brokerAnswers,
        Instant queuesAt,
        OfConservation conservation,
        OpenWork.Deletions deletions,
        List<OfStorage> storages,
        List<QueueView> queues,
        OpenWork.Failures failures,
        List<AttentionItem> attention,
        Series series) {

    /**
     * The exact count of all rows: {@code requested = waiting + gone + failed + waived + difference}, in files, once for
     * each storage.
     *
     * @param at when it was counted, which is less often when it takes long
     * @param waiting those in flight too
     * @param inFlightMessages as the broker has them
     * @param lost files that wait though the broker has no message for them, so that nobody works on them until they are
     *     sent again; they do not add up
     */
    public record OfConservation(
            Instant at,
            long tookMillis,
            long requested,
            long waiting,
            Conservation.Gone gone,
            long failed,
            long waived,
            long difference,
            boolean addsUp,
            long inFlightMessages,
            long lost) {

        static OfConservation of(Conservation.Count count, long inFlightMessages, long lost) {
            return new OfConservation(
                    count.at(),
                    count.took().toMillis(),
                    count.requested(),
                    count.waiting(),
                    count.gone(),
                    count.failed(),
                    count.waived(),
                    count.difference(),
                    count.difference() == 0 && lost == 0,
                    inFlightMessages,
                    lost);
        }
    }

    /**
     * One storage.
     *
     * @param waiting files, as are failed, waived and gone
     * @param gonePerSecond null until there are two counts
     * @param retryMessages that wait for their next attempt
     * @param breaker as far as this node knows
     */
    public record OfStorage(
            String storage,
            long waiting,
            long failed,
            long waived,
            long gone,
            Double gonePerSecond,
            long readyMessages,
            long inFlightMessages,
            long retryMessages,
            boolean paused,
            BreakerState breaker) {}

    /** The same for the same figures, whenever they were taken. */
    String fingerprint() {
        OfConservation count = conservation;
        OfConservation timeless = new OfConservation(
                Instant.EPOCH,
                0,
                count.requested,
                count.waiting,
                count.gone,
                count.failed,
                count.waived,
                count.difference,
                count.addsUp,
                count.inFlightMessages,
                count.lost);
        List<QueueView> queuesOnly = queues.stream()
                .map(queue -> queue.withRates(
                        queue.rates() == null ? null : queue.rates().withoutSpan()))
                .toList();
        OverviewView same = new OverviewView(
                Instant.EPOCH,
                node,
                periodSeconds,
                databaseAnswers,
                brokerAnswers,
                null,
                timeless,
                deletions,
                storages,
                queuesOnly,
                failures,
                attention,
                series);
        return Integer.toHexString(same.hashCode());
    }
}
