package org.lethe.storage;

import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.lethe.log.LogEvent;

/** A sink, bounded in time. After it was left behind once, the storage's own thread cleans up when it comes back. */
final class TimeLimitedSink implements FileSink {

    private final FileKey key;
    private final FileSink sink;
    private final TimeLimit limit;
    private boolean leftBehind;

    TimeLimitedSink(FileKey key, FileSink sink, TimeLimit limit) {
        this.key = key;
        this.sink = sink;
        this.limit = limit;
    }

    @Override
    public void write(ByteBuffer bytes) {
        await(startWrite(bytes));
    }

    @Override
    public void commit() {
        await(startCommit());
    }

    @Override
    public void close() {
        if (!leftBehind) {
            await(start("discard", FileSink::close));
        }
    }

    LimitedCall<Void> startWrite(ByteBuffer bytes) {
        return start("write", open -> open.write(bytes));
    }

    LimitedCall<Void> startCommit() {
        return start("commit", FileSink::commit);
    }

    void await(LimitedCall<Void> call) {
        try {
            call.await();
        } catch (StorageUnavailableException e) {
            leftBehind = leftBehind || call.isAbandoned();
            throw e;
        }
    }

    /** A write may end late, a commit too: nobody knows of it any more, so the file must not stay. */
    void discardLate() {
        try {
            sink.close();
        } catch (StorageException e) {
            LogEvent.FILE_LEFT_BEHIND.log(key, e.getMessage());
        }
    }

    private LimitedCall<Void> start(String what, Consumer<FileSink> work) {
        return limit.start(
                what + " " + key,
                progress -> {
                    work.accept(sink);
                    return null;
                },
                late -> discardLate());
    }
}
