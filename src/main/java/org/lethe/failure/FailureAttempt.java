package org.lethe.failure;

/**
 * An attempt that failed.
 *
 * @param cause the exception, as it is grouped
 * @param error what it said
 * @param round how often it had been sent anew, from 1
 * @param counted whether it used up one of the broker's attempts
 */
public record FailureAttempt(String node, long tookMillis, String cause, String error, int round, boolean counted) {}
