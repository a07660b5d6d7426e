package org.lethe.breaker;

import java.time.Instant;
import java.util.List;
import org.lethe.broker.QueueDepth;
import org.lethe.storage.StorageId;

/**
 * A storage, as operators see it.
 *
 * @param probes the last ones, newest first; null where it is one of a list
 * @param history what became of the breaker, newest first; null where it is one of a list
 */
public record StorageView(
        String storage,
        Health health,
        Removals removals,
        Queue queue,
        OfBreaker breaker,
        List<Look> probes,
        List<Change> history) {

    /**
     * What the last probe said.
     *
     * @param state UP, DOWN, or UNKNOWN when there was none
     * @param error null when it was well
     */
    public record Health(String state, Instant at, Long tookMillis, String error) {
        static Health of(List<Probe> newestFirst) {
            return newestFirst.stream()
                    .findFirst()
                    .map(last -> new Health(
                            last.error().isPresent() ? "DOWN" : "UP",
                            last.at(),
                            last.tookMillis(),
                            last.error().orElse(null)))
                    .orElseGet(() -> new Health("UNKNOWN", null, null, null));
        }
    }

    /** Files that were proven gone lately. */
    public record Removals(long lastMinute, double perSecond) {
        private static final double SECONDS = 60;

        static Removals of(long lastMinute) {
            return new Removals(lastMinute, lastMinute / SECONDS);
        }
    }

    /**
     * The queue of its removals.
     *
     * @param paused whether it should deliver nothing: by the breaker, or by its policy
     * @param messages null when the broker does not answer
     */
    public record Queue(String name, boolean paused, Messages messages) {}

    /** Messages at one moment; {@code waiting} for their next attempt. */
    public record Messages(long ready, long inFlight, long waiting, int consumers) {
        static Messages of(QueueDepth depth) {
            long ready = depth.messages() - depth.inFlight() - depth.scheduled();
            return new Messages(Math.max(0, ready), depth.inFlight(), depth.scheduled(), depth.consumers());
        }
    }

    /**
     * The breaker.
     *
     * @param by a login, or {@code system}
     * @param closesByItself false while somebody has opened it by hand
     * @param nextProbeAt null while it is closed
     * @param limitsVersion how often somebody has set the limits; 0: they are the node's settings
     */
    public record OfBreaker(
            BreakerState state,
            Instant since,
            String why,
            String by,
            boolean closesByItself,
            int failedProbes,
            int goodProbes,
            Instant nextProbeAt,
            BreakerLimits limits,
            int limitsVersion) {

        static OfBreaker of(StoredBreaker stored, BreakerLimits limits) {
            Breaker breaker = stored.breaker();
            return new OfBreaker(
                    breaker.state(),
                    breaker.since(),
                    breaker.why(),
                    breaker.by(),
                    !breaker.byHand(),
                    breaker.failedProbes(),
                    breaker.goodProbes(),
                    breaker.state() == BreakerState.CLOSED ? null : breaker.nextProbeAt(),
                    limits,
                    stored.limitsVersion());
        }
    }

    /** One probe. */
    public record Look(Instant at, long tookMillis, String error) {
        static Look of(Probe probe) {
            return new Look(probe.at(), probe.tookMillis(), probe.error().orElse(null));
        }
    }

    /** The breaker came into this state. */
    public record Change(Instant at, BreakerState state, String why, String by) {}

    LimitsTag tag() {
        return new LimitsTag(StorageId.of(storage), breaker.limitsVersion(), breaker.limits());
    }
}
