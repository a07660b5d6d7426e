package org.lethe.thumbnail;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import org.lethe.photo.PhotoContent;
import org.lethe.settings.LetheSettings;
import org.lethe.storage.FileKey;

/** Reads an original into the memory, never onto a disk where nothing would remove it. */
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
     * The whole of a file.
     *
     * @throws NotDrawableException when it is larger than {@code lethe.thumbnail.max-bytes}
     * @throws org.lethe.storage.StorageException when no storage gives it
     */
    byte[] whole(FileKey key, long bytes) throws NotDrawableException {
        if (bytes > maxBytes) {
            throw new NotDrawableException("it has " + bytes + " bytes, and at most " + maxBytes + " are drawn");
        }
        try (InputStream original = content.openWhole(key, bytes)) {
            return original.readAllBytes();
        } catch (IOException cutOff) {
            throw new NotDrawableException("it could not be read to its end", cutOff);
        }
    }
}
