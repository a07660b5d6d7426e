package org.lethe.overview;

import java.util.List;
import java.util.Map;

/**
 * What is not over yet, by the rows.
 *
 * @param changes differs as soon as a deletion was requested or has changed its state
 * @param openByQueue open failures, by the queue that gave up
 * @param groups of open failures, the largest first; beyond so many, one for all the others
 */
public record OpenWork(
        Deletions deletions, String changes, Failures failures, Map<String, Long> openByQueue, List<OpenGroup> groups) {

    /** Deletions by state. */
    public record Deletions(long held, long requested, long planning, long removing, long completedWithFailures) {}

    /**
     * Failures, counted.
     *
     * @param open failures that wait for a person
     * @param opened how often one was opened, over all time, again or for the first time
     */
    public record Failures(long open, long opened) {}

    /** Those that are under way. */
    long unfinished() {
        return deletions.held() + deletions.requested() + deletions.planning() + deletions.removing();
    }
}
