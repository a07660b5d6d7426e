package org.lethe.deletion;

import java.util.UUID;
import org.lethe.storage.FileKey;

/**
 * A file of a removal.
 *
 * @param kind what the file is to its photo, as ORIGINAL
 * @param filename of the photo; null when it has none
 * @param bytes null when nobody knows
 */
public record AffectedFile(UUID photoId, FileKey key, String kind, String filename, String contentType, Long bytes) {}
