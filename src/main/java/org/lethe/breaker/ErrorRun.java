package org.lethe.breaker;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** The errors of a storage since it last worked. One thread at a time. */
final class ErrorRun {

    private final Deque<Instant> errors = new ArrayDeque<>();

    /**
     * Counts one more.
     *
     * @return whether that was one too many
     */
    boolean add(Instant at, BreakerLimits limits) {
        if (limits.errors() == 0) {
            errors.clear();
            return false;
        }
        errors.addLast(at);
        while (errors.size() > limits.errors() || errors.getFirst().isBefore(at.minus(limits.window()))) {
            errors.removeFirst();
        }
        return errors.size() == limits.errors();
    }

    void clear() {
        errors.clear();
    }
}
