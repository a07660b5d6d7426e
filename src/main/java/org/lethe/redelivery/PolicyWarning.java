package org.lethe.redelivery;

import java.util.Map;

/**
 * Something that a policy brings about and that people do not expect. It keeps nobody from doing it.
 *
 * @param figures what causes it; milliseconds, messages, bytes or a number of a wait, as their names say
 */
public record PolicyWarning(Code code, Map<String, Number> figures) {

    /** What it is about. Pages have a sentence for each. */
    public enum Code {
        /** What is given up would be dropped by the broker: there is no queue for it. */
        NO_DEAD_LETTER_QUEUE,
        /** Nothing is delivered. */
        PAUSED,
        /** From {@code fromAttempt} on the waits have reached the cap, and all messages come back at the same time. */
        JITTER_LOST_AT_CAP,
        /** The last wait would be {@code uncappedMillis}; the cap makes it {@code capMillis}. */
        CAP_BELOW_LAST_WAIT,
        /** A message expires after {@code expiryMillis}; its last attempt may come after {@code lastAttemptMillis}. */
        EXPIRES_BEFORE_LAST_ATTEMPT,
        /** A deletion whose restore window is as long as it may be, {@code restoreWindowMillis}, expires before. */
        EXPIRES_IN_RESTORE_WINDOW,
        /** An outage of {@code totalMillis} is enough to use up every attempt of whatever waits. */
        SHORT_OUTAGE_USES_UP_ALL_ATTEMPTS,
        /** A person learns of it after {@code totalMillis} only. */
        LONG_UNTIL_A_FAILURE,
        /** Attempts that run into their time limit, {@code attemptMillis}, make it {@code withAttemptsMillis}. */
        ATTEMPTS_OUTWEIGH_WAITS,
        /** {@code messages} wait on the schedule that they have, unless they are delivered now. */
        WAITING_ON_EARLIER_SCHEDULE,
        /** More {@code sessions} than this node has, {@code nodeSessions}, change nothing. */
        SESSIONS_BEYOND_NODE,
        /** Beyond {@code maxSizeBytes} requests wait, and are answered 503 when the broker does not take them in time. */
        FULL_BLOCKS_REQUESTS,
        /** Beyond {@code maxSizeBytes} requests are answered 503 at once. */
        FULL_REFUSES_REQUESTS
    }
}
