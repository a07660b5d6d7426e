package org.lethe.storage;

/** Something went wrong on a storage. Tells which. */
public abstract class StorageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final StorageId storage;

    StorageException(StorageId storage, String message, Throwable cause) {
        super(message, cause);
        this.storage = storage;
    }

    public StorageId storage() {
        return storage;
    }

    public abstract FailureKind kind();
}
