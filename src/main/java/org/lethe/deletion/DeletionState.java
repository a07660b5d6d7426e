package org.lethe.deletion;

import java.util.EnumSet;
import java.util.Set;

/** The life of a deletion. */
public enum DeletionState {
    /** The brake keeps it until it is confirmed; nothing is hidden, nothing will be removed. */
    HELD,
    /** Nobody confirmed it, or its owner changed their mind; nothing was hidden. */
    CANCELLED,
    /** Accepted and hidden; nothing is removed yet, and within its restore window it can be undone. */
    REQUESTED,
    /** Its files are being listed, a page at a time; the first pages are being removed already. */
    PLANNING,
    /** Every file is listed; some still wait to be removed. */
    REMOVING,
    /** Every file is gone from every storage. */
    COMPLETED,
    /** Nothing waits any more, but files failed: each stands as an open failure, and can be sent again. */
    COMPLETED_WITH_FAILURES,
    /** Undone within its restore window; nothing was removed. */
    RESTORED;

    /** The states that may follow this one. */
    public Set<DeletionState> next() {
        return switch (this) {
            case HELD -> EnumSet.of(REQUESTED, CANCELLED);
            case REQUESTED -> EnumSet.of(PLANNING, RESTORED);
            case PLANNING -> EnumSet.of(REMOVING);
            case REMOVING -> EnumSet.of(COMPLETED, COMPLETED_WITH_FAILURES);
            case COMPLETED_WITH_FAILURES -> EnumSet.of(REMOVING);
            case COMPLETED, RESTORED, CANCELLED -> EnumSet.noneOf(DeletionState.class);
        };
    }

    /** Whether nothing will happen to it any more by itself. */
    public boolean isOver() {
        return this == COMPLETED || this == COMPLETED_WITH_FAILURES || this == RESTORED || this == CANCELLED;
    }

    /**
     * What has happened, in the past tense, to a deletion that is over.
     *
     * @throws IllegalStateException when it is not
     */
    String end() {
        return switch (this) {
            case COMPLETED, COMPLETED_WITH_FAILURES -> "completed";
            case RESTORED -> "restored";
            case CANCELLED -> "cancelled";
            case HELD, REQUESTED, PLANNING, REMOVING -> throw new IllegalStateException(this + " is no end");
        };
    }

    /** Whether everything that it deletes is known. */
    boolean isPlanned() {
        return this == REMOVING || this == COMPLETED || this == COMPLETED_WITH_FAILURES;
    }

    /** Whether planning may still have something to do. */
    boolean isBeforeRemoval() {
        return this == REQUESTED || this == PLANNING;
    }
}
