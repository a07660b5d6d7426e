package org.lethe.redelivery;

/**
 * The wait before one attempt. The times since the first failure leave out how long the attempts themselves take.
 *
 * @param beforeAttempt 2 for the first wait
 * @param typicalMillis without jitter; as many waits are shorter as are longer
 * @param minAtMillis the shortest time from the first failure to this attempt
 * @param typicalAtMillis the same, without jitter
 * @param maxAtMillis the longest
 * @param capped whether it would be longer without {@code maxDelayMillis}
 */
public record PlannedWait(
        int beforeAttempt,
        long minMillis,
        long typicalMillis,
        long maxMillis,
        long minAtMillis,
        long typicalAtMillis,
        long maxAtMillis,
        boolean capped) {

    /** Whether chance still moves it. */
    boolean hasJitter() {
        return minMillis < maxMillis;
    }
}
