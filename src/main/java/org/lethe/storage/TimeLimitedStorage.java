package org.lethe.storage;

import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;

/** Any storage, bounded in time: see {@link TimeLimit}. Safe from many threads, as the storage within is. */
final class TimeLimitedStorage implements FileStorage, AutoCloseable {

    private final FileStorage storage;
    private final TimeLimit limit;

    TimeLimitedStorage(FileStorage storage, TimeLimit limit) {
        this.storage = storage;
        this.limit = limit;
    }

    @Override
    public StorageId id() {
        return storage.id();
    }

    @Override
    public UUID identity() {
        return call("tell its identity", progress -> storage.identity());
    }

    @Override
    public FileSink create(FileKey key) {
        return startCreate(key).await();
    }

    LimitedCall<TimeLimitedSink> startCreate(FileKey key) {
        return limit.start(
                "create " + key,
                progress -> new TimeLimitedSink(key, storage.create(key), limit),
                late -> late.ifPresent(TimeLimitedSink::discardLate));
    }

    @Override
    public InputStream open(FileKey key, long offset, long length) {
        return limit.call(
                "open " + key,
                progress -> new TimeLimitedStream(key, storage.open(key, offset, length), limit),
                late -> late.ifPresent(TimeLimitedStream::closeLate));
    }

    @Override
    public OptionalLong size(FileKey key) {
        return call("look for " + key, progress -> storage.size(key));
    }

    @Override
    public RemovalReport remove(Collection<FileKey> keys, Progress watcher) {
        List<FileKey> copy = List.copyOf(keys);
        return call("remove " + copy.size() + " files", progress -> storage.remove(copy, both(progress, watcher)));
    }

    @Override
    public void probe() {
        call("probe", progress -> {
            storage.probe();
            return null;
        });
    }

    /** Work on the storage within, under the same limit. */
    <T> T call(String what, Function<Progress, T> work) {
        return limit.call(what, work, late -> {});
    }

    private static Progress both(Progress one, Progress other) {
        return () -> {
            one.step();
            other.step();
        };
    }

    @Override
    public void close() {
        limit.close();
    }
}
