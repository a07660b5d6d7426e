package org.lethe.storage;

import java.io.InputStream;
import java.util.Collection;
import java.util.OptionalLong;
import java.util.UUID;

/** A storage whose removals do something of the test's choice after each file. */
final class PausingStorage implements FileStorage {

    private final FileStorage storage;
    private final Runnable pause;

    PausingStorage(FileStorage storage, Runnable pause) {
        this.storage = storage;
        this.pause = pause;
    }

    @Override
    public RemovalReport remove(Collection<FileKey> keys, Progress progress) {
        return storage.remove(keys, () -> {
            pause.run();
            progress.step();
        });
    }

    @Override
    public StorageId id() {
        return storage.id();
    }

    @Override
    public UUID identity() {
        return storage.identity();
    }

    @Override
    public FileSink create(FileKey key) {
        return storage.create(key);
    }

    @Override
    public InputStream open(FileKey key, long offset, long length) {
        return storage.open(key, offset, length);
    }

    @Override
    public OptionalLong size(FileKey key) {
        return storage.size(key);
    }

    @Override
    public void probe() {
        storage.probe();
    }
}
