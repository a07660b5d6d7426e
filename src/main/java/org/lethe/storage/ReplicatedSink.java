package org.lethe.storage;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * Writes one file to several storages at the same time: as slow as the slowest, not as their sum. Fails when one of them
 * fails, after all of them have ended; of several failures the first is thrown and has the others suppressed.
 */
final class ReplicatedSink implements FileSink {

    private final List<TimeLimitedSink> sinks;

    private ReplicatedSink(List<TimeLimitedSink> sinks) {
        this.sinks = sinks;
    }

    /** Begins the file on every storage, or fails and discards what was begun. */
    static ReplicatedSink create(Collection<TimeLimitedStorage> storages, FileKey key) {
        List<TimeLimitedSink> sinks = new ArrayList<>();
        ReplicatedSink replicated = new ReplicatedSink(sinks);
        List<Runnable> waits = storages.stream()
                .map(storage -> started(() -> {
                    LimitedCall<TimeLimitedSink> call = storage.startCreate(key);
                    return () -> sinks.add(call.await());
                }))
                .toList();
        try {
            all(waits);
            return replicated;
        } catch (StorageException e) {
            replicated.closeAfter(e);
            throw e;
        }
    }

    @Override
    public void write(ByteBuffer bytes) {
        together(sink -> sink.startWrite(bytes.duplicate()));
        bytes.position(bytes.limit());
    }

    @Override
    public void commit() {
        together(TimeLimitedSink::startCommit);
    }

    @Override
    public void close() {
        all(sinks.stream().<Runnable>map(sink -> sink::close).toList());
    }

    private void closeAfter(StorageException failure) {
        try {
            close();
        } catch (StorageException e) {
            failure.addSuppressed(e);
        }
    }

    private void together(Function<TimeLimitedSink, LimitedCall<Void>> start) {
        List<Runnable> waits = sinks.stream()
                .map(sink -> started(() -> {
                    LimitedCall<Void> call = start.apply(sink);
                    return () -> sink.await(call);
                }))
                .toList();
        all(waits);
    }

    /** A storage that fails at once must not keep the others from being waited for. */
    private static Runnable started(Start start) {
        try {
            return start.begin();
        } catch (StorageException e) {
            return () -> {
                throw e;
            };
        }
    }

    private static void all(List<Runnable> waits) {
        List<StorageException> failures = new ArrayList<>();
        for (Runnable wait : waits) {
            try {
                wait.run();
            } catch (StorageException e) {
                failures.add(e);
            }
        }
        if (!failures.isEmpty()) {
            StorageException first = failures.remove(0);
            failures.forEach(first::addSuppressed);
            throw first;
        }
    }

    @FunctionalInterface
    private interface Start {

        /** Begins, and returns how to wait for the end. */
        Runnable begin();
    }
}
