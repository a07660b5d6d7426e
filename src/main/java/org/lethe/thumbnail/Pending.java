package org.lethe.thumbnail;

import java.util.Map;
import java.util.UUID;
import org.lethe.media.MediaFormat;
import org.lethe.photo.PhotoFile;
import org.lethe.storage.FileKey;

/**
 * A photo that waits for its thumbnails.
 *
 * @param begun how often drawing them was begun, this time included
 * @param orientation how the original has to be turned (Exif 2.32, 4.6.4, tag 274); 1 is upright
 * @param keys under which every storage will hold them
 */
record Pending(
        UUID photo,
        int begun,
        FileKey original,
        long originalBytes,
        MediaFormat format,
        int orientation,
        Map<PhotoFile.Kind, FileKey> keys) {

    Pending {
        keys = Map.copyOf(keys);
    }
}
