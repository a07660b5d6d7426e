package org.lethe.progress;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.lethe.deletion.DeletionView;

/**
 * One client that watches one deletion. It is told what has changed, and something at least every heartbeat, so that a
 * client that is gone shows. One thread at a time writes to it; while a slow client keeps that one, the others pass by.
 */
final class ProgressStream {

    private final UUID owner;
    private final UUID deletion;
    private final Outlet outlet;
    private final long endsAt;
    private final AtomicBoolean busy = new AtomicBoolean();

    private volatile String lastId;
    private volatile long toldAt = System.nanoTime();
    private volatile boolean closed;

    /** @param lastId the event that the client has seen; null when it has seen none */
    ProgressStream(UUID owner, UUID deletion, Outlet outlet, String lastId, Duration lifetime) {
        this.owner = owner;
        this.deletion = deletion;
        this.outlet = outlet;
        this.lastId = lastId;
        this.endsAt = System.nanoTime() + lifetime.toNanos();
    }

    UUID owner() {
        return owner;
    }

    UUID deletion() {
        return deletion;
    }

    boolean isClosed() {
        return closed;
    }

    /** Whether there is something to do for it now. */
    boolean needs(ProgressEvent now, Duration heartbeat) {
        return !closed && !busy.get() && (isNew(now) || isSilentFor(heartbeat) || isOld());
    }

    /** Tells the client how the deletion stands, or that the stream lives. */
    void tell(ProgressEvent now, DeletionView view) {
        if (closed || !busy.compareAndSet(false, true)) {
            return;
        }
        try {
            write(now, view);
        } catch (RuntimeException gone) { // whatever it was, the client asks again, with what it has seen
            close();
        } finally {
            busy.set(false);
        }
    }

    void close() {
        closed = true;
        outlet.close();
    }

    private void write(ProgressEvent now, DeletionView view) {
        toldAt = System.nanoTime();
        if (isNew(now)) {
            outlet.event(now, view);
            lastId = now.id();
        } else {
            outlet.heartbeat();
        }
        if (now.isLast() || isOld()) {
            close();
        }
    }

    private boolean isNew(ProgressEvent now) {
        return !now.id().equals(lastId);
    }

    private boolean isSilentFor(Duration heartbeat) {
        return System.nanoTime() - toldAt >= heartbeat.toNanos();
    }

    private boolean isOld() {
        return System.nanoTime() - endsAt >= 0;
    }
}
