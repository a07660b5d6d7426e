package org.lethe.failure;

/**
 * What failures come to.
 *
 * @param files how many files they had when they last failed
 * @param overdue assigned, and the due date is over
 */
public record FailureFigures(long matching, long files, long open, long assigned, long overdue) {}
