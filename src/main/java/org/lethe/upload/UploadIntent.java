package org.lethe.upload;

import java.util.UUID;
import org.lethe.storage.FileKey;

/**
 * An upload that was announced: the photo's id, and the key under which every storage will hold its original.
 *
 * @param before what its owner held before it
 */
record UploadIntent(UUID photoId, UUID ownerId, FileKey key, Usage before) {}
