package org.lethe.failure;

import java.util.EnumSet;
import java.util.Set;

/** The life of a failure. */
public enum FailureState {
    /** Nobody has it yet. */
    OPEN,
    /** A person has it. */
    ASSIGNED,
    /** Sent again; if it fails again it is OPEN again, with the same history, or IGNORED where a policy says so. */
    RETRIED,
    /** Left as it is, by the decision of a person, or of a policy of theirs, with a reason. */
    IGNORED,
    /** Mended by hand. */
    RESOLVED,
    /** Its request was never committed, so there is nothing to do. Settles itself. */
    VOID;

    /**
     * The states that a person may bring about from this one, and OPEN when it has failed again. What is RETRIED is under way, so
     * nobody ignores it; a policy does when it has failed again, as with what fails for the first time.
     */
    public Set<FailureState> next() {
        return switch (this) {
            case OPEN -> EnumSet.of(ASSIGNED, RETRIED, IGNORED, RESOLVED);
            case ASSIGNED -> EnumSet.of(OPEN, RETRIED, IGNORED, RESOLVED);
            case RETRIED -> EnumSet.of(OPEN);
            case IGNORED, RESOLVED, VOID -> EnumSet.noneOf(FailureState.class);
        };
    }
}
