package org.lethe.storage;

/** The storage answers, but this one file cannot be written or read. */
public final class FileFailedException extends StorageException {

    private static final long serialVersionUID = 1L;

    private final transient FileFailure failure;

    public FileFailedException(StorageId storage, FileKey key, FileFailure failure, Throwable cause) {
        super(storage, "file " + key + " failed on storage " + storage + ": " + failure, cause);
        this.failure = failure;
    }

    public FileFailure failure() {
        return failure;
    }

    @Override
    public FailureKind kind() {
        return failure.kind();
    }
}
