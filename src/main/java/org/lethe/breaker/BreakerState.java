package org.lethe.breaker;

import java.util.EnumSet;
import java.util.Set;

/** Whether a storage is worked on. */
public enum BreakerState {
    /** Work goes on. */
    CLOSED,
    /** The storage is left alone, but for probes. */
    OPEN,
    /** Probes have succeeded: each node tries one piece of work at a time. */
    HALF_OPEN;

    /** The states that may follow this one. */
    public Set<BreakerState> next() {
        return switch (this) {
            case CLOSED -> EnumSet.of(OPEN);
            case OPEN -> EnumSet.of(HALF_OPEN, CLOSED);
            case HALF_OPEN -> EnumSet.of(OPEN, CLOSED);
        };
    }
}
