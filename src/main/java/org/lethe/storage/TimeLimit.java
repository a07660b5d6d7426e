package org.lethe.storage;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Runs the operations of one storage on threads of its own, so that a caller is free again when the storage hangs: a
 * thread that is stuck in the kernel cannot be interrupted, only left behind. Threads left behind are counted; when all
 * are, calls fail at once.
 */
final class TimeLimit implements AutoCloseable {

    private final StorageId storage;
    private final Duration limit;
    private final int threads;
    private final Semaphore free;
    private final AtomicInteger stuck = new AtomicInteger();
    private final ExecutorService executor;

    TimeLimit(StorageId storage, Duration limit, int threads) {
        this.storage = storage;
        this.limit = limit;
        this.threads = threads;
        this.free = new Semaphore(threads, true);
        AtomicInteger number = new AtomicInteger();
        this.executor = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "lethe-storage-" + storage + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Runs and waits; see {@link #start}. */
    <T> T call(String what, Function<Progress, T> work, Consumer<Optional<T>> late) {
        return start(what, work, late).await();
    }

    /**
     * Begins an operation; it may take the limit from one step of its progress to the next.
     *
     * @param late is given the result when it comes after the caller was told that the storage is unavailable, empty
     *     when the operation failed: on the storage's thread
     * @throws StorageUnavailableException when no thread became free within the limit
     */
    <T> LimitedCall<T> start(String what, Function<Progress, T> work, Consumer<Optional<T>> late) {
        reserveThread(what);
        LimitedCall<T> call = new LimitedCall<>(this, what, work, late);
        try {
            executor.execute(call);
        } catch (RuntimeException e) {
            free.release();
            throw new StorageUnavailableException(storage, "no thread could be had to " + what, e);
        }
        return call;
    }

    Duration limit() {
        return limit;
    }

    void leftBehind() {
        stuck.incrementAndGet();
    }

    void cameBack() {
        stuck.decrementAndGet();
    }

    void threadIsFree() {
        free.release();
    }

    StorageUnavailableException unavailable(String reason) {
        return new StorageUnavailableException(storage, reason);
    }

    private void reserveThread(String what) {
        if (stuck.get() >= threads) {
            throw unavailable("all " + threads + " threads are stuck in it; did not try to " + what);
        }
        try {
            if (!free.tryAcquire(limit.toNanos(), TimeUnit.NANOSECONDS)) {
                throw unavailable("none of its " + threads + " threads became free within " + limit + " to " + what);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable("interrupted while waiting to " + what);
        }
    }

    /** Lets running operations end by themselves; no new ones begin. */
    @Override
    public void close() {
        executor.shutdown();
    }
}
