package org.lethe.redelivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.lethe.problem.FieldError;
import org.lethe.problem.FieldRule;
import org.lethe.problem.FieldRule.Code;

/**
 * What may be set of a queue. The broker accepts anything, a multiplier of -2 and 0 attempts among it; so it is refused
 * here, all of it at once.
 */
final class PolicyRules {

    private static final int MOST_ATTEMPTS = 100;
    private static final long LONGEST_WAIT = Duration.ofDays(1).toMillis();
    private static final long SHORTEST_EXPIRY = Duration.ofSeconds(1).toMillis();
    private static final long LONGEST_EXPIRY = Duration.ofDays(365).toMillis();
    private static final double MOST_GROWTH = 10;
    private static final int MOST_SESSIONS = 64;
    private static final int LARGEST_CHUNK = 2000;
    private static final long SMALLEST_MEMORY = 1L << 20;
    private static final long LARGEST_MEMORY = 1L << 34;
    private static final long SMALLEST_PAGE = 1L << 16;

    private static final Set<String> WHEN_FULL = Set.of("PAGE", "BLOCK", "FAIL");

    private final List<FieldError> errors = new ArrayList<>();
    private final ManagedQueue queue;
    private final Policy policy;

    private PolicyRules(ManagedQueue queue, Policy policy) {
        this.queue = queue;
        this.policy = policy;
    }

    /** Everything that is wrong with it, member by member; empty when it can be set. */
    static List<FieldError> faults(ManagedQueue queue, Policy policy) {
        PolicyRules rules = new PolicyRules(queue, policy);
        rules.attempts();
        rules.waits();
        rules.work();
        rules.memory();
        return List.copyOf(rules.errors);
    }

    private void attempts() {
        if (!queue.endsInAFailure()) {
            require(
                    policy.isEndless(),
                    "maxAttempts",
                    FieldRule.only(Policy.ENDLESS),
                    "must be -1: nothing comes after this queue, so its messages are tried for as long as it takes");
        } else {
            require(
                    policy.maxAttempts() >= 1 && policy.maxAttempts() <= MOST_ATTEMPTS,
                    "maxAttempts",
                    FieldRule.range(1, MOST_ATTEMPTS),
                    "must be 1 to " + MOST_ATTEMPTS + ": without an end nobody would ever learn of the failure");
        }
    }

    private void waits() {
        int shortest = queue.endsInAFailure() ? 0 : 1;
        require(
                policy.delayMillis() >= shortest && policy.delayMillis() <= LONGEST_WAIT,
                "delayMillis",
                FieldRule.range(shortest, LONGEST_WAIT),
                queue.endsInAFailure()
                        ? "must be 0 to " + LONGEST_WAIT + " (a day)"
                        : "must be 1 to " + LONGEST_WAIT
                                + " (a day): without a wait it would be tried without a pause");
        require(
                policy.multiplier() >= 1 && policy.multiplier() <= MOST_GROWTH,
                "multiplier",
                FieldRule.range(1, (int) MOST_GROWTH),
                "must be 1 to 10: waits stay as they are or grow");
        require(
                policy.jitter() >= 0 && policy.jitter() <= 1,
                "jitter",
                FieldRule.range(0, 1),
                "must be 0 to 1: a part of the wait");
        require(
                policy.maxDelayMillis() >= policy.delayMillis() && policy.maxDelayMillis() <= LONGEST_WAIT,
                "maxDelayMillis",
                FieldRule.range(Math.max(shortest, Math.min(policy.delayMillis(), LONGEST_WAIT)), LONGEST_WAIT),
                "must be at least delayMillis, at most " + LONGEST_WAIT + " (a day)");
        require(
                policy.expiryMillis() == 0
                        || (policy.expiryMillis() >= SHORTEST_EXPIRY && policy.expiryMillis() <= LONGEST_EXPIRY),
                "expiryMillis",
                FieldRule.of(Code.ZERO_OR_RANGE, SHORTEST_EXPIRY, LONGEST_EXPIRY),
                "must be 0 for never, or " + SHORTEST_EXPIRY + " to " + LONGEST_EXPIRY + " (a second to a year)");
    }

    private void work() {
        require(
                policy.sessions() >= 0 && policy.sessions() <= MOST_SESSIONS,
                "sessions",
                FieldRule.of(Code.ZERO_OR_RANGE, 1, MOST_SESSIONS),
                "must be 1 to " + MOST_SESSIONS
                        + ", or 0 for as many as the node's settings say; to stop the queue, pause it");
        require(
                queue.cutsChunks()
                        ? policy.chunkSize() >= 0 && policy.chunkSize() <= LARGEST_CHUNK
                        : policy.chunkSize() == 0,
                "chunkSize",
                queue.cutsChunks() ? FieldRule.of(Code.ZERO_OR_RANGE, 1, LARGEST_CHUNK) : FieldRule.only(0),
                queue.cutsChunks()
                        ? "must be 1 to " + LARGEST_CHUNK + ", or 0 for what the node's settings say"
                        : "must be 0: chunks are cut by planning, so they are set there");
    }

    private void memory() {
        require(
                policy.maxSizeBytes() >= SMALLEST_MEMORY && policy.maxSizeBytes() <= LARGEST_MEMORY,
                "maxSizeBytes",
                FieldRule.range(SMALLEST_MEMORY, LARGEST_MEMORY),
                "must be " + SMALLEST_MEMORY + " to " + LARGEST_MEMORY + " (1 MiB to 16 GiB)");
        require(
                policy.pageSizeBytes() >= SMALLEST_PAGE && policy.pageSizeBytes() <= policy.maxSizeBytes(),
                "pageSizeBytes",
                FieldRule.range(
                        SMALLEST_PAGE, Math.max(SMALLEST_MEMORY, Math.min(policy.maxSizeBytes(), LARGEST_MEMORY))),
                "must be " + SMALLEST_PAGE + " (64 KiB) to maxSizeBytes");
        if (!WHEN_FULL.contains(policy.whenFull())) {
            errors.add(new FieldError(
                    "policy.whenFull",
                    policy.whenFull().equals("DROP")
                            ? "must be PAGE, BLOCK or FAIL: DROP would lose messages"
                            : "must be PAGE, BLOCK or FAIL"));
        }
    }

    /** Not a number is in no range, so it is refused, too. */
    private void require(boolean holds, String member, FieldRule rule, String message) {
        if (!holds) {
            errors.add(new FieldError("policy." + member, message, rule));
        }
    }
}
