package org.lethe.upload;

import org.lethe.storage.FileKey;

/**
 * A piece of an upload.
 *
 * @param bytes how many of the file's bytes count, from its first on
 */
record UploadPart(FileKey key, long bytes) {}
