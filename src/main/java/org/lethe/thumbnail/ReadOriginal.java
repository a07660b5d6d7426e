package org.lethe.thumbnail;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.lethe.photo.PhotoContent;
import org.lethe.settings.LetheSettings;
import org.lethe.storage.FileKey;

/** Reads an original piece by piece into the memory, never onto a disk where nothing would remove it. */
@Dependent
class ReadOriginal {

    private final PhotoContent content;
    private final long maxBytes;

    @Inject
    ReadOriginal(PhotoContent content, LetheSettings settings) {
        this.content = content;
        this.maxBytes = settings.thumbnail().maxBytes();
    }

    /**
     * Opens a file.
     *
     * @throws NotDrawableException when it is larger than {@code lethe.thumbnail.max-bytes}
     * @throws org.lethe.storage.StorageException when no storage gives it
     */
    Original open(FileKey key, long bytes) throws NotDrawableException {
        if (bytes > maxBytes) {
            throw new NotDrawableException("it has " + bytes + " bytes, and at most " + maxBytes + " are drawn");
        }
        return new Original(content.openWhole(key, bytes));
    }
}
