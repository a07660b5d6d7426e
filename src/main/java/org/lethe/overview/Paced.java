package org.lethe.overview;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * A question that is asked again and again, and takes no more than a twentieth of the time: one that takes a second is
 * asked every 20 s, however often it is wanted. One that fails is asked again within a minute. One thread at a time.
 */
final class Paced<T> {

    private static final int SHARE = 20;

    /** Or whoever was away for a moment would seem so for many minutes: what waits for a time limit takes long to fail. */
    private static final long LONGEST_AFTER_FAILURE = TimeUnit.MINUTES.toNanos(1);

    private final Supplier<T> question;
    private final LongSupplier nanos;
    private T last;
    private RuntimeException failure;
    private boolean asked;
    private long endedAt;
    private long tookNanos;

    Paced(Supplier<T> question) {
        this(question, System::nanoTime);
    }

    Paced(Supplier<T> question, LongSupplier nanos) {
        this.question = question;
        this.nanos = nanos;
    }

    /**
     * The last answer, or a new one when it is time for that.
     *
     * @param atLeast how old an answer is before another is wanted
     * @throws RuntimeException what the question throws, also again while it is not time to ask it again
     */
    T answer(Duration atLeast) {
        long now = nanos.getAsLong();
        if (!asked || now - endedAt >= Math.max(atLeast.toNanos(), rest())) {
            ask(now);
        }
        if (failure != null) {
            throw failure;
        }
        return last;
    }

    private long rest() {
        long rest = SHARE * tookNanos;
        return failure == null ? rest : Math.min(rest, LONGEST_AFTER_FAILURE);
    }

    private void ask(long now) {
        asked = true;
        failure = null;
        try {
            last = question.get();
        } catch (RuntimeException failed) { // told to whoever asks until it is time to ask again
            failure = failed;
        } finally {
            endedAt = nanos.getAsLong();
            tookNanos = endedAt - now;
        }
    }
}
