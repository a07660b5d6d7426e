package org.lethe.errorpolicy;

import org.lethe.storage.FailureKind;

/** Whether trying again is worth it. */
public enum ErrorKind {
    /** May go away by itself or by a repair outside. */
    TRANSIENT,
    /** Stays until a person looks at it. */
    PERMANENT,
    /** Stays until a date that the storage names. */
    HELD,
    /** Trouble of this program, not of the world: what was done so far is always undone, and tried again. */
    UNFORESEEN;

    /** As the storage has decided. */
    public static ErrorKind of(FailureKind kind) {
        return switch (kind) {
            case TRANSIENT -> TRANSIENT;
            case PERMANENT -> PERMANENT;
            case HELD -> HELD;
        };
    }

    /** Whether it must be tried to the end before it may be left. */
    boolean mayPass() {
        return this == TRANSIENT || this == UNFORESEEN;
    }
}
