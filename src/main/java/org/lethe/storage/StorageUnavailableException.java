package org.lethe.storage;

/**
 * The storage as a whole does not answer, or is not the storage that it should be. Says nothing about any file: what was
 * asked for may or may not have happened. Always worth another try later.
 */
public final class StorageUnavailableException extends StorageException {

    private static final long serialVersionUID = 1L;

    public StorageUnavailableException(StorageId storage, String reason) {
        this(storage, reason, null);
    }

    public StorageUnavailableException(StorageId storage, String reason, Throwable cause) {
        super(storage, "storage " + storage + " is unavailable: " + reason, cause);
    }

    @Override
    public FailureKind kind() {
        return FailureKind.TRANSIENT;
    }
}
