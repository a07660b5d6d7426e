package org.lethe.redelivery;

import java.time.Instant;
import java.util.List;
import org.lethe.broker.QueueDepth;
import org.lethe.change.Difference;

/**
 * The redelivery of one queue, as operators see it.
 *
 * @param changeable whether people may change it
 * @param held whether nothing is delivered for now, whatever the policy says: its storage does not answer
 * @param version of the policy, with who made it, when and why
 * @param restoredFrom the version that was put back by it; null when it was not
 * @param messages what is on the queue now; null when the broker does not answer
 * @param sessions of the node that answers
 * @param broker what the broker has of it
 */
public record RedeliveryView(
        String queue,
        boolean changeable,
        int version,
        Policy policy,
        boolean held,
        String reason,
        String author,
        Instant at,
        Integer restoredFrom,
        RedeliverySchedule schedule,
        List<PolicyWarning> warnings,
        Messages messages,
        Sessions sessions,
        AtBroker broker) {

    /**
     * Messages at one moment.
     *
     * @param ready to be delivered at once
     * @param waiting for their next attempt, or for the end of a restore window
     */
    public record Messages(long ready, long inFlight, long waiting, int consumers) {
        static Messages of(QueueDepth depth) {
            long ready = depth.messages() - depth.inFlight() - depth.scheduled();
            return new Messages(Math.max(0, ready), depth.inFlight(), depth.scheduled(), depth.consumers());
        }
    }

    /**
     * Messages that one node works on.
     *
     * @param most at once, now
     * @param waiting taken, and waiting for a place
     * @param beyond begun beyond the limit since the node was started, as they could not wait any longer
     */
    public record Sessions(int most, int working, int waiting, long beyond) {}

    /**
     * What the broker has.
     *
     * @param state MATCHES, NOT_YET_TOLD, DRIFT, or AWAY when it does not answer
     * @param matches whether it has just what is stored; null when it does not answer
     * @param confirmedVersion the last version that it was seen to have
     * @param driftSince since when it was seen to have something else; null when it was not
     * @param differences from what is stored to what it has
     */
    public record AtBroker(
            String state,
            Boolean matches,
            int confirmedVersion,
            Instant confirmedAt,
            Instant driftSince,
            List<Difference> differences) {}
}
