package org.lethe.deletion;

import java.util.EnumSet;
import java.util.Set;

/** The life of the removal of files from one storage. */
public enum RemovalState {
    /** A message for it is on its way, or the reconciler will send one. */
    WAITING,
    /** The storage was asked again and has them no more. Final. */
    GONE,
    /** Every attempt of the broker is used up; it stands as an open failure. */
    FAILED,
    /** A person decided to leave it. */
    WAIVED;

    /** The states that may follow this one. */
    public Set<RemovalState> next() {
        return switch (this) {
            case WAITING -> EnumSet.of(GONE, FAILED);
            case FAILED -> EnumSet.of(WAITING, GONE, WAIVED);
            case GONE, WAIVED -> EnumSet.noneOf(RemovalState.class);
        };
    }
}
