package org.lethe.redrive;

/**
 * How many redrives are not over, by their states, and how many items of these wait; and how many items are on their way,
 * also of those that are over.
 */
public record RedriveTotals(long running, long paused, long stopped, long itemsWaiting, long itemsSent) {

    /** As long as there is none. */
    public static final RedriveTotals NONE = new RedriveTotals(0, 0, 0, 0, 0);
}
