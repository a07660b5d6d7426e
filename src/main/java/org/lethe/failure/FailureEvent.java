package org.lethe.failure;

import java.time.Instant;
import java.util.UUID;

/**
 * Something that happened to a failure: an attempt, a dead letter, or what a person did.
 *
 * @param detail for people; of what a person did, the reason
 * @param facts null when there are none
 * @param attempt null when it is not one
 */
public record FailureEvent(Instant at, String what, String actor, String detail, Facts facts, FailureAttempt attempt) {

    /**
     * What an act says besides its reason.
     *
     * @param assignee to whom; null when it is not assigned
     * @param until when they are to have seen to it, or until when such failures are ignored; null for no limit
     * @param oneOf how many failures the act was for; null when for this one only
     * @param act which it was, as the audit names it; null when it was for this one only
     */
    public record Facts(String assignee, Instant until, Long oneOf, UUID act) {
        private static final Facts NONE = new Facts(null, null, null, null);

        /** Null when all are. */
        static Facts of(String assignee, Instant until, Long oneOf, UUID act) {
            Facts facts = new Facts(assignee, until, oneOf, act);
            return facts.equals(NONE) ? null : facts;
        }
    }
}
