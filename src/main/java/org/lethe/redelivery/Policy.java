package org.lethe.redelivery;

/**
 * What is set for a queue, whole. Immutable; {@link PolicyRules} says what is acceptable.
 *
 * @param maxAttempts deliveries before a message is given up; -1: it never is
 * @param delayMillis the wait after the first failed attempt
 * @param multiplier each wait is so many times the one before
 * @param jitter how far a wait may be off by chance, either way: 0.2 is up to 20 percent
 * @param maxDelayMillis no wait is longer, jitter included
 * @param expiryMillis a message that is older is given up unprocessed; 0: none is
 * @param sessions messages worked on at once, on each node; 0: as many as the node's settings say
 * @param chunkSize files per message that planning makes; 0: as many as the node's settings say
 * @param paused nothing is delivered, also after a restart of the broker
 * @param maxSizeBytes what waits beyond this does not stay in the broker's memory
 * @param pageSizeBytes the size of a file in which it then waits on the disk
 * @param whenFull what happens beyond {@code maxSizeBytes}: PAGE to the disk, BLOCK senders, or FAIL them
 */
public record Policy(
        int maxAttempts,
        long delayMillis,
        double multiplier,
        double jitter,
        long maxDelayMillis,
        long expiryMillis,
        int sessions,
        int chunkSize,
        boolean paused,
        long maxSizeBytes,
        long pageSizeBytes,
        String whenFull) {

    /** Of {@code maxAttempts}: a message is never given up. */
    static final int ENDLESS = -1;

    /** The same, paused or not. */
    Policy paused(boolean now) {
        return new Policy(
                maxAttempts,
                delayMillis,
                multiplier,
                jitter,
                maxDelayMillis,
                expiryMillis,
                sessions,
                chunkSize,
                now,
                maxSizeBytes,
                pageSizeBytes,
                whenFull);
    }

    boolean isEndless() {
        return maxAttempts == ENDLESS;
    }
}
