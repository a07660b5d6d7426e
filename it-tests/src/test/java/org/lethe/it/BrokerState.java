package org.lethe.it;

import java.util.List;
import java.util.Map;

/**
 * The broker at one moment.
 *
 * @param queues how full each queue is
 * @param prepared a line for each transaction that is prepared and not decided
 */
public record BrokerState(Map<String, Depth> queues, List<String> prepared) {
    /**
     * A queue in messages.
     *
     * @param messages all of them, those in flight and those that wait for a time included
     * @param scheduled those that wait for a time: a retry, or the end of a restore window
     * @param consumers sessions that take messages from it
     */
    public record Depth(long messages, long scheduled, long consumers) {}

    long messages(String queue) {
        return queues.get(queue).messages();
    }

    /** Messages that are there to be delivered now, or are being delivered. */
    long ready(String queue) {
        Depth depth = queues.get(queue);
        return depth.messages() - depth.scheduled();
    }
}
