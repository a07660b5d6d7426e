package org.lethe.deletion;

import org.lethe.storage.FileFailure;
import org.lethe.storage.FileKey;
import org.lethe.storage.StorageId;

/** One file alone could not be removed, although its storage answers. The broker waits and delivers it again. */
class FileNotRemovedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient FileFailure failure;

    FileNotRemovedException(StorageId storage, FileKey key, FileFailure failure) {
        super("file " + key + " was not removed from " + storage + ": " + failure);
        this.failure = failure;
    }

    FileFailure failure() {
        return failure;
    }
}
