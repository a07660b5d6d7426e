package org.lethe.deletion;

import java.util.EnumSet;
import java.util.Set;

/** The life of the removal of files from one storage. */
public enum RemovalState {
    /** A message for it is on its way, at once or for the date until which it is held; or the reconciler will send one. */
    WAITING,
    /** The storage was asked again and has them no more. Final. */
    GONE,
    /** It is not tried any more; it stands as an open failure. */
    FAILED,
    /** A person, or a policy of theirs, decided to leave it. */
    WAIVED;

    /** The states that may follow this one. */
    public Set<RemovalState> next() {
        return switch (this) {
            case WAITING -> EnumSet.of(GONE, FAILED, WAIVED);
            case FAILED -> EnumSet.of(WAITING, GONE, WAIVED);
            case GONE, WAIVED -> EnumSet.noneOf(RemovalState.class);
        };
    }
}
