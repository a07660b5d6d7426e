package org.lethe.breaker;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.lethe.storage.StorageUnavailableException;

/**
 * What one node knows of a breaker, and what it meets itself. Until it has looked for the first time it lets nothing pass.
 * From the error on that was one too many it lets nothing pass either, before anybody has stored it. Safe from many threads.
 */
final class NodeBreaker {

    private static final int LOOKED_NEVER = 0;

    private final InstantSource clock;
    private final ErrorRun errors = new ErrorRun();
    private BreakerState state = BreakerState.CLOSED;
    private int version = LOOKED_NEVER;
    private BreakerLimits limits;
    private Signal signal;
    private boolean isTrying;

    NodeBreaker(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Does the work as soon as it may pass.
     *
     * @return false when it was not begun: it might not pass within the patience, or the thread was interrupted
     */
    boolean pass(Duration patience, Runnable work) {
        Optional<Place> place = enter(patience);
        place.ifPresent(entered -> {
            try {
                work.run();
            } finally {
                leave(entered);
            }
        });
        return place.isPresent();
    }

    /** Asks something of the storage, and remembers whether it answered. */
    <T> T watch(Supplier<T> question) {
        int begun = version();
        try {
            T answer = question.get();
            answered(begun);
            return answer;
        } catch (StorageUnavailableException away) {
            failed(begun, String.valueOf(away.getMessage()));
            throw away;
        }
    }

    /** What must be stored; it stays until the breaker is seen in another state. */
    synchronized Optional<Signal> signal() {
        return Optional.ofNullable(signal);
    }

    /** From now on this. */
    synchronized void follow(Breaker stored, BreakerLimits present) {
        limits = present;
        if (stored.version() != version) {
            version = stored.version();
            state = stored.state();
            signal = null;
            isTrying = false;
            errors.clear();
            notifyAll();
        }
    }

    synchronized BreakerState state() {
        return state;
    }

    private synchronized Optional<Place> enter(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (!letsPass()) {
            long left = end - System.nanoTime();
            if (left <= 0 || !waits(left)) {
                return Optional.empty();
            }
        }
        isTrying = state == BreakerState.HALF_OPEN;
        return Optional.of(new Place(version));
    }

    private boolean letsPass() {
        if (version == LOOKED_NEVER || signal != null) {
            return false;
        }
        return state == BreakerState.CLOSED || (state == BreakerState.HALF_OPEN && !isTrying);
    }

    /** A node that stops interrupts who waits. */
    private boolean waits(long nanos) {
        try {
            TimeUnit.NANOSECONDS.timedWait(this, nanos);
            return true;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private synchronized void leave(Place place) {
        if (place.version == version && isTrying) {
            isTrying = false;
            notifyAll();
        }
    }

    private synchronized int version() {
        return version;
    }

    /** What was begun before the state changed says nothing about it any more. */
    private synchronized void failed(int begun, String error) {
        if (begun != version || begun == LOOKED_NEVER || signal != null) {
            return;
        }
        if (state == BreakerState.HALF_OPEN) {
            signal = new Signal(version, false, "what was tried has failed: " + error);
        } else if (state == BreakerState.CLOSED && errors.add(clock.instant(), limits)) {
            String times = limits.errors() == 1 ? "an error: " : limits.errors() + " errors in a row, the last: ";
            signal = new Signal(version, false, times + error);
        }
    }

    private synchronized void answered(int begun) {
        if (begun != version) {
            return;
        }
        errors.clear();
        if (state == BreakerState.HALF_OPEN && signal == null) {
            signal = new Signal(version, true, "");
        }
    }

    private record Place(int version) {}
}
