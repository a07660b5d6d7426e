package org.lethe.photo;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.InputStream;
import org.lethe.log.LogEvent;
import org.lethe.storage.FileKey;
import org.lethe.storage.FileStorage;
import org.lethe.storage.StorageException;
import org.lethe.storage.Storages;

/** Reads a photo's bytes from the first storage that has them: main, or backup when main fails. */
@Dependent
public class PhotoContent {

    private final Storages storages;

    @Inject
    PhotoContent(Storages storages) {
        this.storages = storages;
    }

    /**
     * Opens a file of so many bytes.
     *
     * @throws StorageException as {@link #open}
     */
    public InputStream openWhole(FileKey key, long bytes) {
        return open(key, ByteRange.whole(bytes));
    }

    /**
     * Opens a part of a file.
     *
     * @throws StorageException when no storage could open it; those of the others are suppressed in it
     */
    InputStream open(FileKey key, ByteRange range) {
        StorageException failure = null;
        for (FileStorage storage : storages.all()) {
            try {
                return storage.open(key, range.first(), range.length());
            } catch (StorageException failed) {
                LogEvent.PHOTO_READ_FROM_BACKUP.log(key, storage.id(), failed.getMessage());
                if (failure != null) {
                    failed.addSuppressed(failure);
                }
                failure = failed;
            }
        }
        throw failure;
    }
}
