package org.lethe.storage;

import static java.util.Objects.requireNonNull;

/**
 * Why something could not be done to one file, although its storage answers.
 *
 * @param cause the kind of trouble in words that are the same for every file, fit for grouping
 * @param detail what the storage said about this file
 */
public record FileFailure(FailureKind kind, String cause, String detail) {

    public FileFailure {
        requireNonNull(kind);
        requireNonNull(cause);
        requireNonNull(detail);
    }

    static FileFailure temporary(String cause, String detail) {
        return new FileFailure(FailureKind.TRANSIENT, cause, detail);
    }

    static FileFailure lasting(String cause, String detail) {
        return new FileFailure(FailureKind.PERMANENT, cause, detail);
    }

    @Override
    public String toString() {
        return cause + " (" + detail + ")";
    }
}
