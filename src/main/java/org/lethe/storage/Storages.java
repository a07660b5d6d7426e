package org.lethe.storage;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The storages of this installation, each bounded in time. Injectable; safe from many threads.
 */
public final class Storages implements AutoCloseable {

    private final Map<StorageId, TimeLimitedStorage> storages = new EnumMap<>(StorageId.class);
    private final Pieces pieces = new Pieces();

    private Storages(Collection<? extends FileStorage> kinds, Duration timeout, int threads) {
        for (FileStorage kind : kinds) {
            TimeLimit limit = new TimeLimit(kind.id(), timeout, threads);
            storages.put(kind.id(), new TimeLimitedStorage(kind, limit));
        }
    }

    /**
     * Puts a time limit around storages of any kind.
     *
     * @param timeout an operation without progress for so long means that the storage is unavailable
     * @param threads operations at once, per storage
     */
    public static Storages over(Collection<? extends FileStorage> kinds, Duration timeout, int threads) {
        return new Storages(kinds, timeout, threads);
    }

    /** As {@link #over(Collection, Duration, int)}, with limits that fit a test. */
    public static Storages over(FileStorage... kinds) {
        return over(Arrays.asList(kinds), Duration.ofSeconds(10), 16);
    }

    public FileStorage of(StorageId id) {
        return storages.get(id);
    }

    /** Main first. */
    public List<FileStorage> all() {
        return List.copyOf(storages.values());
    }

    /**
     * Begins a new file on every storage. Each write goes to all at the same time; so does the commit. When one fails,
     * the file may be on the others: order its removal on all.
     *
     * @throws StorageException when the file could not be begun on one of them
     */
    public FileSink create(FileKey key) {
        return ReplicatedSink.create(storages.values(), pieces, key);
    }

    TimeLimitedStorage limited(StorageId id) {
        return storages.get(id);
    }

    @Override
    public void close() {
        storages.values().forEach(TimeLimitedStorage::close);
    }
}
