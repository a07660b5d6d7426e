package org.lethe.stream;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/**
 * One client that watches. It is told what has changed, and something at least every heartbeat, so that a client that is
 * gone shows. One thread at a time writes to it; while a slow client keeps that one, the others pass by.
 */
public final class EventStream {

    private static final Duration ASKED_AGAIN = Duration.ofSeconds(5);

    private final Watcher watcher;
    private final Outlet outlet;
    private final long endsAt;
    private final AtomicBoolean busy = new AtomicBoolean();

    private volatile String lastId;
    private volatile long toldAt = System.nanoTime();
    private volatile long askedAt = System.nanoTime();
    private volatile boolean closed;

    /** @param lastId the event that the client has seen; null when it has seen none */
    public EventStream(Watcher watcher, Outlet outlet, String lastId, Duration lifetime) {
        this.watcher = watcher;
        this.outlet = outlet;
        this.lastId = lastId;
        this.endsAt = System.nanoTime() + lifetime.toNanos();
    }

    /**
     * Who watches.
     *
     * @param about what is watched
     * @param mayGoOn whether the client is still let in; asked every 5 s at most, and once a heartbeat
     */
    public record Watcher(UUID account, UUID about, BooleanSupplier mayGoOn) {}

    UUID account() {
        return watcher.account();
    }

    public UUID about() {
        return watcher.about();
    }

    boolean isClosed() {
        return closed;
    }

    /** Whether there is something to do for it now. */
    public boolean needs(Telling now, Duration heartbeat) {
        return !closed && !busy.get() && (isNew(now) || isPast(toldAt, heartbeat) || isToBeAsked(heartbeat) || isOld());
    }

    /** Tells the client what is new to it, or that the stream lives. */
    public void tell(Telling now, Duration heartbeat) {
        alone(() -> write(now, heartbeat));
    }

    /** Tells the client that the stream lives, so that one that is gone shows. */
    void probe() {
        alone(this::heartbeat);
    }

    private void alone(Runnable writing) {
        if (closed || !busy.compareAndSet(false, true)) {
            return;
        }
        try {
            writing.run();
        } catch (RuntimeException gone) { // whatever it was, the client asks again, with what it has seen
            close();
        } finally {
            busy.set(false);
        }
    }

    public void close() {
        closed = true;
        outlet.close();
    }

    private void write(Telling now, Duration heartbeat) {
        if (isToBeAsked(heartbeat)) {
            askedAt = System.nanoTime();
            if (!watcher.mayGoOn().getAsBoolean()) {
                close();
                return;
            }
        }
        List<StreamEvent> events = isNew(now) ? now.since(lastId) : List.of();
        if (events.isEmpty() && isPast(toldAt, heartbeat)) {
            heartbeat();
        }
        for (StreamEvent event : events) {
            toldAt = System.nanoTime();
            outlet.event(event);
            lastId = event.id();
        }
        if (now.isLast() || isOld()) {
            close();
        }
    }

    private void heartbeat() {
        outlet.heartbeat();
        toldAt = System.nanoTime();
    }

    private boolean isNew(Telling now) {
        return !now.id().equals(lastId);
    }

    private boolean isToBeAsked(Duration heartbeat) {
        return isPast(askedAt, heartbeat.compareTo(ASKED_AGAIN) < 0 ? heartbeat : ASKED_AGAIN);
    }

    private static boolean isPast(long since, Duration limit) {
        return System.nanoTime() - since >= limit.toNanos();
    }

    private boolean isOld() {
        return System.nanoTime() - endsAt >= 0;
    }
}
