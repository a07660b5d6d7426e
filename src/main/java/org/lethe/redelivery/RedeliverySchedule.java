package org.lethe.redelivery;

import java.util.ArrayList;
import java.util.List;

/**
 * Every wait of a message that fails each time.
 *
 * @param attempts deliveries in all; -1 when they never end
 * @param endless whether a message is never given up; only the first waits are listed then, and there are no totals
 * @param waits one less than the attempts
 * @param minTotalMillis the shortest time from the first failed attempt to the last; null when endless
 * @param typicalTotalMillis the same, without jitter
 * @param maxTotalMillis the longest, without the time that attempts themselves take
 */
public record RedeliverySchedule(
        int attempts,
        boolean endless,
        List<PlannedWait> waits,
        Long minTotalMillis,
        Long typicalTotalMillis,
        Long maxTotalMillis) {

    /** Of those that never end, by then they do not grow any more, or nobody wants to know. */
    private static final int LISTED_OF_ENDLESS = 12;

    /**
     * Computes as the broker does ({@code QueueImpl.calculateRedeliveryDelay} of Artemis 2.53): the wait after failure n
     * is delay · multiplier^(n-1), in whole milliseconds; then the jitter; then the cap.
     */
    static RedeliverySchedule of(Policy policy) {
        int waits = policy.isEndless() ? LISTED_OF_ENDLESS : policy.maxAttempts() - 1;
        List<PlannedWait> planned = new ArrayList<>();
        PlannedWait before = new PlannedWait(1, 0, 0, 0, 0, 0, 0, false);
        for (int n = 1; n <= waits; n++) {
            before = next(policy, n, before);
            planned.add(before);
        }
        return policy.isEndless()
                ? new RedeliverySchedule(policy.maxAttempts(), true, List.copyOf(planned), null, null, null)
                : new RedeliverySchedule(
                        policy.maxAttempts(),
                        false,
                        List.copyOf(planned),
                        before.minAtMillis(),
                        before.typicalAtMillis(),
                        before.maxAtMillis());
    }

    /** What the wait after failure {@code n} would be without jitter and cap; at most {@code Long.MAX_VALUE}. */
    static long uncapped(Policy policy, int n) {
        return (long) (policy.delayMillis() * Math.pow(policy.multiplier(), n - 1.0));
    }

    private static PlannedWait next(Policy policy, int n, PlannedWait before) {
        long grown = uncapped(policy, n);
        long min = capped(policy, (long) (grown - grown * policy.jitter()));
        long typical = capped(policy, grown);
        long max = capped(policy, (long) (grown + grown * policy.jitter()));
        return new PlannedWait(
                n + 1,
                min,
                typical,
                max,
                before.minAtMillis() + min,
                before.typicalAtMillis() + typical,
                before.maxAtMillis() + max,
                grown > policy.maxDelayMillis());
    }

    private static long capped(Policy policy, long millis) {
        return Math.min(policy.maxDelayMillis(), millis);
    }
}
