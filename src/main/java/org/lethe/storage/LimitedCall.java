package org.lethe.storage;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;

/** One operation under way on a storage's thread, and somebody who waits for it as long as it gets on. */
final class LimitedCall<T> implements Runnable, Progress {

    private enum State {
        RUNNING,
        ENDED,
        ABANDONED
    }

    private final TimeLimit limit;
    private final String what;
    private final Function<Progress, T> work;
    private final Consumer<Optional<T>> late;
    private final AtomicReference<State> state = new AtomicReference<>(State.RUNNING);
    private final CompletableFuture<T> result = new CompletableFuture<>();
    private volatile long lastStepNanos = System.nanoTime();

    LimitedCall(TimeLimit limit, String what, Function<Progress, T> work, Consumer<Optional<T>> late) {
        this.limit = limit;
        this.what = what;
        this.work = work;
        this.late = late;
    }

    @Override
    public void run() {
        try {
            T value = work.apply(this);
            end(Optional.ofNullable(value), () -> result.complete(value));
        } catch (Throwable e) { // all of it goes to the one who waits
            end(Optional.empty(), () -> result.completeExceptionally(e));
        } finally {
            limit.threadIsFree();
        }
    }

    @Override
    public void step() {
        if (state.get() == State.ABANDONED) {
            throw limit.unavailable("nobody waits any more for it to " + what);
        }
        lastStepNanos = System.nanoTime();
    }

    /**
     * Waits for the end.
     *
     * @throws StorageUnavailableException when there was no progress for the time limit, or the waiting thread was
     *     interrupted: the operation may still end at any time, as its storage pleases
     */
    T await() {
        try {
            return awaitEnd();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return abandon("interrupted while waiting for it to " + what);
        }
    }

    boolean isAbandoned() {
        return state.get() == State.ABANDONED;
    }

    private T awaitEnd() throws InterruptedException {
        while (true) {
            long leftNanos = lastStepNanos + limit.limit().toNanos() - System.nanoTime();
            if (leftNanos <= 0) {
                return abandon("no progress within " + limit.limit() + " when asked to " + what);
            }
            try {
                return result.get(leftNanos, TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                // perhaps there was a step meanwhile: look again
            } catch (ExecutionException e) {
                throw rethrown(e.getCause());
            }
        }
    }

    private T abandon(String reason) {
        if (state.compareAndSet(State.RUNNING, State.ABANDONED)) {
            limit.leftBehind();
            throw limit.unavailable(reason);
        }
        try {
            return result.join(); // it has ended at this very moment
        } catch (CompletionException e) {
            throw rethrown(e.getCause());
        }
    }

    private void end(Optional<T> value, Runnable tell) {
        if (state.compareAndSet(State.RUNNING, State.ENDED)) {
            tell.run();
        } else {
            limit.cameBack();
            late.accept(value);
        }
    }

    private static RuntimeException rethrown(Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return (RuntimeException) cause; // a Function throws nothing else
    }
}
