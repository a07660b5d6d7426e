package org.lethe.overview;

import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * A question that is asked again and again, and takes no more than a twentieth of the time: one that takes a second is
 * asked every 20 s, however often it is wanted. One thread at a time.
 */
final class Paced<T> {

    private static final int SHARE = 20;

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
        if (!asked || now - endedAt >= Math.max(atLeast.toNanos(), SHARE * tookNanos)) {
            ask(now);
        }
        if (failure != null) {
            throw failure;
        }
        return last;
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
