package org.lethe.errorpolicy;

import java.time.Instant;

/**
 * What is to become of failures: the document that people write.
 *
 * @param maxAttempts after so many a person has it, if the queue makes more; null: as many as the queue makes
 * @param until when the policy ends, and what it holds is let go; null: it lasts
 */
public record ErrorPolicy(String name, FailureMatch match, ErrorAction action, Integer maxAttempts, Instant until) {

    /** Whether it is a temporary one. */
    boolean ends() {
        return until != null;
    }

    /** Whether it makes another one for the same failures needless: it does the same, and for as long at least. */
    boolean outlasts(ErrorPolicy other) {
        return action == other.action && (!ends() || (other.ends() && !until.isBefore(other.until)));
    }

    boolean isOverAt(Instant now) {
        return until != null && !now.isBefore(until);
    }
}
