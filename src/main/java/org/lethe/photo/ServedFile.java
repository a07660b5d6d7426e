package org.lethe.photo;

import org.lethe.storage.FileKey;

/**
 * A file as it is given to its owner.
 *
 * @param tag changes with the bytes
 * @param filename the name to keep it under, or null
 */
record ServedFile(FileKey key, String contentType, long bytes, String tag, String filename) {}
