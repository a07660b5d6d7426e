package org.lethe.limits;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.util.function.LongSupplier;
import org.lethe.problem.Problem;
import org.lethe.problem.ProblemException;

/**
 * A body that has to come in time, counted from the first time that it is read. The clock is looked at after each read,
 * which takes what is there: a body whose bytes come one by one is late as soon as the first of them is, and one that
 * nothing comes of is the container's to end. One thread.
 */
final class PunctualBody extends ServletInputStream {

    private final ServletInputStream body;
    private final BodyPace pace;
    private final Runnable whenLate;
    private final LongSupplier nanoTime;
    private boolean begun;
    private boolean late;
    private long since;
    private long bytes;

    /** @param whenLate told once, before the reader is */
    PunctualBody(ServletInputStream body, BodyPace pace, Runnable whenLate) {
        this(body, pace, whenLate, System::nanoTime);
    }

    PunctualBody(ServletInputStream body, BodyPace pace, Runnable whenLate, LongSupplier nanoTime) {
        this.body = body;
        this.pace = pace;
        this.whenLate = whenLate;
        this.nanoTime = nanoTime;
    }

    /** @throws ProblemException 408 when it is late, from then on at once */
    @Override
    public int read() throws IOException {
        begin();
        int value = body.read();
        if (value >= 0) {
            count(1);
        }
        return value;
    }

    /** @throws ProblemException 408 when it is late, from then on at once */
    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        begin();
        int count = body.read(target, offset, length);
        if (count > 0) {
            count(count);
        }
        return count;
    }

    private void begin() {
        if (late) {
            throw Problem.tooSlow(pace.limit()).exception();
        }
        if (!begun) {
            begun = true;
            since = nanoTime.getAsLong();
        }
    }

    private void count(int count) {
        long now = nanoTime.getAsLong();
        if (now - since > pace.limit().toNanos()) {
            late = true;
            whenLate.run();
            throw Problem.tooSlow(pace.limit()).exception();
        }
        bytes += count;
        if (bytes >= pace.bytes()) {
            bytes = 0;
            since = now;
        }
    }

    @Override
    public int available() throws IOException {
        return body.available();
    }

    @Override
    public boolean isFinished() {
        return body.isFinished();
    }

    @Override
    public boolean isReady() {
        return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
        body.setReadListener(listener);
    }

    @Override
    public void close() throws IOException {
        body.close();
    }
}
