package org.lethe.broker;

/**
 * A queue at one moment, in messages.
 *
 * @param messages all of them, including those in flight and those that wait for a time
 * @param inFlight given to a consumer and not yet acknowledged
 * @param scheduled waiting for a retry or for the end of a restore window
 * @param consumers sessions that take messages from it
 */
public record QueueDepth(String queue, long messages, long inFlight, long scheduled, int consumers) {

    /** Whether nothing at all is in it: neither ready, nor in flight, nor waiting for a time. */
    public boolean holdsNothing() {
        return messages == 0 && inFlight == 0 && scheduled == 0;
    }
}
