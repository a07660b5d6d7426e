package org.lethe.redrive;

/**
 * How many items came to which end, of which that was not known before.
 *
 * @param succeededInRun those of them that went in the redrive's present run
 * @param failedAgainInRun likewise
 */
record EndedItems(long succeeded, long failedAgain, long succeededInRun, long failedAgainInRun) {}
