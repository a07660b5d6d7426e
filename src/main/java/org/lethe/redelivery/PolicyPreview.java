package org.lethe.redelivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lethe.redelivery.PolicyWarning.Code;

/**
 * What comes of a policy: every wait, and what nobody would expect. The one place where this is computed.
 *
 * @param warnings the gravest first
 */
public record PolicyPreview(RedeliverySchedule schedule, List<PolicyWarning> warnings) {

    private static final long SHORT_OUTAGE_MILLIS = 60_000;
    private static final long LONG_MILLIS = 24 * 3_600_000L;

    /** So many times the waits; of the usual settings it is 3. */
    private static final long OUTWEIGH = 10;

    static PolicyPreview of(ManagedQueue queue, Policy policy, Circumstances circumstances) {
        RedeliverySchedule schedule = RedeliverySchedule.of(policy);
        return new PolicyPreview(schedule, List.copyOf(new Look(queue, policy, schedule, circumstances).warnings()));
    }

    private record Look(ManagedQueue queue, Policy policy, RedeliverySchedule schedule, Circumstances circumstances) {

        List<PolicyWarning> warnings() {
            List<PolicyWarning> warnings = new ArrayList<>();
            if (queue.endsInAFailure() && !circumstances.keepsDeadLetters()) {
                warnings.add(warning(Code.NO_DEAD_LETTER_QUEUE, Map.of()));
            }
            if (policy.paused()) {
                warnings.add(warning(Code.PAUSED, Map.of()));
            }
            expiry(warnings);
            cap(warnings);
            if (!schedule.endless()) {
                total(warnings);
            }
            if (circumstances.waiting() > 0) {
                warnings.add(warning(Code.WAITING_ON_EARLIER_SCHEDULE, Map.of("messages", circumstances.waiting())));
            }
            if (policy.sessions() > circumstances.nodeSessions()) {
                warnings.add(warning(
                        Code.SESSIONS_BEYOND_NODE,
                        Map.of("sessions", policy.sessions(), "nodeSessions", circumstances.nodeSessions())));
            }
            full().ifPresent(code -> warnings.add(warning(code, Map.of("maxSizeBytes", policy.maxSizeBytes()))));
            return warnings;
        }

        private void expiry(List<PolicyWarning> warnings) {
            long expiry = policy.expiryMillis();
            if (expiry > 0 && !schedule.endless() && withAttempts() >= expiry) {
                warnings.add(warning(
                        Code.EXPIRES_BEFORE_LAST_ATTEMPT,
                        Map.of("expiryMillis", expiry, "lastAttemptMillis", withAttempts())));
            }
            if (expiry > 0 && circumstances.restoreWindowMillis() >= expiry) {
                warnings.add(warning(
                        Code.EXPIRES_IN_RESTORE_WINDOW,
                        Map.of("expiryMillis", expiry, "restoreWindowMillis", circumstances.restoreWindowMillis())));
            }
        }

        private void cap(List<PolicyWarning> warnings) {
            List<PlannedWait> waits = schedule.waits();
            if (!schedule.endless()
                    && !waits.isEmpty()
                    && waits.get(waits.size() - 1).capped()) {
                warnings.add(warning(
                        Code.CAP_BELOW_LAST_WAIT,
                        Map.of(
                                "capMillis",
                                policy.maxDelayMillis(),
                                "uncappedMillis",
                                RedeliverySchedule.uncapped(policy, waits.size()))));
            }
            waits.stream()
                    .filter(wait -> policy.jitter() > 0 && wait.capped() && !wait.hasJitter())
                    .findFirst()
                    .ifPresent(wait -> warnings.add(warning(
                            Code.JITTER_LOST_AT_CAP,
                            Map.of("capMillis", policy.maxDelayMillis(), "fromAttempt", wait.beforeAttempt()))));
        }

        private void total(List<PolicyWarning> warnings) {
            long total = schedule.maxTotalMillis();
            if (total < SHORT_OUTAGE_MILLIS) {
                warnings.add(warning(Code.SHORT_OUTAGE_USES_UP_ALL_ATTEMPTS, Map.of("totalMillis", total)));
            }
            if (total > LONG_MILLIS) {
                warnings.add(warning(Code.LONG_UNTIL_A_FAILURE, Map.of("totalMillis", total)));
            }
            if (withAttempts() > OUTWEIGH * total) {
                warnings.add(warning(
                        Code.ATTEMPTS_OUTWEIGH_WAITS,
                        Map.of("attemptMillis", circumstances.attemptMillis(), "withAttemptsMillis", withAttempts())));
            }
        }

        /** The longest until a message is given up: every attempt runs into its time limit. */
        private long withAttempts() {
            return schedule.maxTotalMillis() + policy.maxAttempts() * circumstances.attemptMillis();
        }

        private Optional<Code> full() {
            return switch (policy.whenFull()) {
                case "BLOCK" -> Optional.of(Code.FULL_BLOCKS_REQUESTS);
                case "FAIL" -> Optional.of(Code.FULL_REFUSES_REQUESTS);
                default -> Optional.empty();
            };
        }

        private static PolicyWarning warning(Code code, Map<String, Number> figures) {
            return new PolicyWarning(code, figures);
        }
    }
}
