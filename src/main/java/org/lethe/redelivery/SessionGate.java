package org.lethe.redelivery;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Lets so many messages of a queue be worked on at once on this node, first come, first served. How many can be changed
 * at any time: who is at work goes on, who waits sees it at once. Safe for use by many threads.
 *
 * <p>Who waits has taken its message already, within a transaction that has a time limit, and to give it back would use
 * up an attempt. So nobody waits for longer than the patience: then it goes to work beyond the limit, and is counted.
 */
final class SessionGate {

    /** More than any node has. */
    static final int UNLIMITED = 1000;

    private final Places places = new Places(UNLIMITED);
    private final AtomicInteger working = new AtomicInteger();
    private final AtomicLong beyond = new AtomicLong();
    private int limit = UNLIMITED;

    /** @param sessions 0: as many as there are */
    synchronized void limit(int sessions) {
        int wanted = sessions == 0 ? UNLIMITED : sessions;
        if (wanted > limit) {
            places.release(wanted - limit);
        } else {
            places.fewer(limit - wanted);
        }
        limit = wanted;
    }

    synchronized int limit() {
        return limit;
    }

    /**
     * Does the work as soon as there is a place for it, at the latest after the patience.
     *
     * @param beyondLimit called before work that is begun beyond the limit
     */
    void pass(Duration patience, Runnable work, Runnable beyondLimit) {
        boolean hasPlace = hasPlace(patience);
        if (!hasPlace) {
            beyond.incrementAndGet();
            beyondLimit.run();
        }
        working.incrementAndGet();
        try {
            work.run();
        } finally {
            working.decrementAndGet();
            if (hasPlace) {
                places.release();
            }
        }
    }

    int working() {
        return working.get();
    }

    int waiting() {
        return places.getQueueLength();
    }

    /** How many were begun beyond the limit since the node was started. */
    long beyond() {
        return beyond.get();
    }

    /** A node that stops interrupts; its listener works on then, as without a gate. */
    private boolean hasPlace(Duration patience) {
        try {
            return places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** May become negative: then as many have to end before the next begins. */
    private static final class Places extends Semaphore {
        private static final long serialVersionUID = 1L;

        Places(int permits) {
            super(permits, true);
        }

        void fewer(int permits) {
            reducePermits(permits);
        }
    }
}
