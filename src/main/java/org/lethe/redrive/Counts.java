package org.lethe.redrive;

/**
 * How many items of a redrive are where.
 *
 * @param sent on their way: what becomes of them is not known yet
 */
public record Counts(long total, long waiting, long sent, long succeeded, long failedAgain, long skipped) {

    static Counts of(long waiting, long sent, long succeeded, long failedAgain, long skipped) {
        return new Counts(
                waiting + sent + succeeded + failedAgain + skipped, waiting, sent, succeeded, failedAgain, skipped);
    }

    /** Whether of every item it is known what became of it. */
    boolean isSettled() {
        return waiting + sent == 0;
    }
}
