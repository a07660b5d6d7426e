package org.lethe.storage;

import java.io.InputStream;
import java.util.Collection;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * Keeps files by their key. Safe from many threads; files under different keys never get in each other's way.
 *
 * <p>Every operation may throw {@link StorageUnavailableException}, when the storage as a whole does not answer within
 * {@code lethe.storage.timeout} or is not the one it should be: a file is never called missing or gone because its
 * storage is. A failure of one file alone is a {@link FileFailedException}, or an entry in the {@link RemovalReport}.
 */
public interface FileStorage {

    StorageId id();

    /**
     * The identity that the storage was given when it was set up. Another identity is another storage, even in the same
     * place under the same name: then a missing file proves nothing.
     */
    UUID identity();

    /**
     * Begins a new file.
     *
     * @throws FileFailedException when the key is taken; nothing is overwritten
     */
    FileSink create(FileKey key);

    /**
     * Reads a part of a file; fewer bytes come when the file ends before. The stream's methods throw as these do; close
     * it.
     *
     * @param offset bytes to leave out at the beginning, 0 or more
     * @param length bytes to read at most, 0 or more
     * @throws MissingFileException when the storage answers and has no such file
     */
    InputStream open(FileKey key, long offset, long length);

    /** The size in bytes, or empty when the storage answers and has no such file. */
    OptionalLong size(FileKey key);

    default boolean exists(FileKey key) {
        return size(key).isPresent();
    }

    /**
     * Removes files, and asks again for each whether it is gone. On return what is reported as gone stays gone, even
     * when the power fails.
     *
     * <p>A file that is not there counts as removed; calling twice is safe, also from many threads. A file that cannot
     * be removed does not hold up the others. Only plain files are removed: a link, a directory or anything else in the
     * place of a file fails, and what a link points at is never touched.
     *
     * @throws StorageUnavailableException when the storage did not answer; each file may or may not be gone
     */
    RemovalReport remove(Collection<FileKey> keys, Progress progress);

    /** As {@link #remove(Collection, Progress)}, with nobody watching. */
    default RemovalReport remove(Collection<FileKey> keys) {
        return remove(keys, Progress.UNWATCHED);
    }

    /**
     * Finds out whether the storage can be written: writes, syncs and removes a small file of its own.
     *
     * @throws StorageUnavailableException when it cannot
     */
    void probe();
}
