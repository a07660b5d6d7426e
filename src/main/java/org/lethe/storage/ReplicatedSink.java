package org.lethe.storage;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Writes one file to several storages at the same time: as slow as the slowest, not as their sum. Gathers what comes, and
 * writes a piece while the next is being gathered, so that receiving does not wait for writing; a failure is told by the
 * next call. Fails when one of them fails, after all of them have ended; of several failures the first is thrown and has
 * the others suppressed.
 */
final class ReplicatedSink implements FileSink {

    private final List<TimeLimitedSink> sinks;
    private final Pieces pieces;
    private ByteBuffer gathered;
    private ByteBuffer spare;
    private List<Runnable> underWay = List.of();

    private ReplicatedSink(List<TimeLimitedSink> sinks, Pieces pieces) {
        this.sinks = sinks;
        this.pieces = pieces;
    }

    /** Begins the file on every storage, or fails and discards what was begun. */
    static ReplicatedSink create(Collection<TimeLimitedStorage> storages, Pieces pieces, FileKey key) {
        List<TimeLimitedSink> sinks = new ArrayList<>();
        ReplicatedSink replicated = new ReplicatedSink(sinks, pieces);
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
        while (bytes.hasRemaining()) {
            if (gathered == null) {
                gathered = pieces.take();
            }
            int count = Math.min(bytes.remaining(), gathered.remaining());
            gathered.put(bytes.slice(bytes.position(), count));
            bytes.position(bytes.position() + count);
            if (!gathered.hasRemaining()) {
                handOver();
            }
        }
    }

    @Override
    public void commit() {
        if (gathered != null && gathered.position() > 0) {
            handOver();
        }
        endWriting();
        giveBack();
        all(started(TimeLimitedSink::startCommit));
    }

    @Override
    public void close() {
        List<Runnable> ends = new ArrayList<>(underWay);
        underWay = List.of();
        sinks.forEach(sink -> ends.add(sink::close));
        all(ends);
    }

    /** The piece before is written by now, or is waited for; its buffer takes the next. */
    private void handOver() {
        endWriting();
        ByteBuffer piece = gathered.flip();
        underWay = started(sink -> sink.startWrite(piece.duplicate()));
        gathered = spare == null ? null : spare.clear();
        spare = piece;
    }

    /** Only after every write has ended well: one that was left behind may still read from its piece. */
    private void giveBack() {
        Stream.of(gathered, spare).filter(Objects::nonNull).forEach(pieces::giveBack);
        gathered = null;
        spare = null;
    }

    private void endWriting() {
        List<Runnable> writing = underWay;
        underWay = List.of();
        all(writing);
    }

    private void closeAfter(StorageException failure) {
        try {
            close();
        } catch (StorageException e) {
            failure.addSuppressed(e);
        }
    }

    /** Begins on every storage, and returns how to wait for the ends. */
    private List<Runnable> started(Function<TimeLimitedSink, LimitedCall<Void>> start) {
        return sinks.stream()
                .map(sink -> started(() -> {
                    LimitedCall<Void> call = start.apply(sink);
                    return () -> sink.await(call);
                }))
                .toList();
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
