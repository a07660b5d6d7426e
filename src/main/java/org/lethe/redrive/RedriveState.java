package org.lethe.redrive;

import java.util.EnumSet;
import java.util.Set;

/** The life of a redrive. Whatever its state is, what becomes of items that were sent is written down. */
public enum RedriveState {
    /** Items go, as its pace allows. */
    RUNNING,
    /** A person wants no more to go for now. */
    PAUSED,
    /** Too many have failed again; a person may let it go on. */
    STOPPED,
    /** A person wants no more to go at all. */
    CANCELLED,
    /** Of every item it is known what became of it. */
    COMPLETED;

    /** The states that may follow this one. */
    public Set<RedriveState> next() {
        return switch (this) {
            case RUNNING -> EnumSet.of(PAUSED, STOPPED, CANCELLED, COMPLETED);
            case PAUSED, STOPPED -> EnumSet.of(RUNNING, CANCELLED, COMPLETED);
            case CANCELLED, COMPLETED -> EnumSet.noneOf(RedriveState.class);
        };
    }

    /** Whether nothing follows. */
    public boolean isOver() {
        return next().isEmpty();
    }
}
