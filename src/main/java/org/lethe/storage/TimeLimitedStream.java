package org.lethe.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * A stream, bounded in time. Reads ahead into a buffer of its own, so that a read that was left behind and ends late
 * writes into nobody else's memory. One thread at a time.
 */
final class TimeLimitedStream extends InputStream {

    private static final int BUFFER_BYTES = 128 << 10;

    private final FileKey key;
    private final InputStream stream;
    private final TimeLimit limit;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int position;
    private int end;
    private boolean closed;

    TimeLimitedStream(FileKey key, InputStream stream, TimeLimit limit) {
        this.key = key;
        this.stream = stream;
        this.limit = limit;
    }

    @Override
    public int read() {
        return fill() ? buffer[position++] & 0xff : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, end - position);
        System.arraycopy(buffer, position, bytes, offset, count);
        position += count;
        return count;
    }

    @Override
    public int available() {
        return end - position;
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            await("close", () -> {
                stream.close();
                return 0;
            });
        }
    }

    void closeLate() {
        try {
            stream.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // nobody is left to be told but the thread's own handler
        }
    }

    private boolean fill() {
        if (position == end) {
            end = Math.max(await("read", () -> stream.read(buffer, 0, BUFFER_BYTES)), 0);
            position = 0;
        }
        return end > 0;
    }

    private int await(String what, Reading reading) {
        LimitedCall<Integer> call = limit.start(what + " " + key, progress -> reading.unchecked(), late -> closeLate());
        try {
            return call.await();
        } catch (StorageUnavailableException e) {
            closed = closed || call.isAbandoned();
            throw e;
        }
    }

    private interface Reading {

        int read() throws IOException;

        default int unchecked() {
            try {
                return read();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
