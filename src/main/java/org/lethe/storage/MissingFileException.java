package org.lethe.storage;

/** The storage answers, and has no such file. */
public final class MissingFileException extends StorageException {

    private static final long serialVersionUID = 1L;

    public MissingFileException(StorageId storage, FileKey key) {
        super(storage, "storage " + storage + " has no file " + key, null);
    }

    @Override
    public FailureKind kind() {
        return FailureKind.PERMANENT;
    }
}
