package org.lethe.redrive;

/**
 * How far the present run of a redrive has come.
 *
 * @param sent all that went in it, whatever became of them
 * @param succeeded of these
 * @param failedAgain of these
 */
record RunCounts(long sent, long succeeded, long failedAgain) {

    /** Of how many it is known what became of them. */
    long known() {
        return succeeded + failedAgain;
    }

    /** Whether what became of all that went is known. */
    boolean isSettled() {
        return known() == sent;
    }

    /** The share of those that failed again among those of which it is known, 0 to 1; 0 when of none is. */
    double failureRatio() {
        return known() == 0 ? 0 : (double) failedAgain / known();
    }
}
