package org.lethe.deletion;

import java.time.Instant;
import java.util.Optional;
import org.lethe.errorpolicy.ErrorKind;
import org.lethe.storage.FileFailure;
import org.lethe.storage.StorageUnavailableException;

/**
 * Why an attempt failed.
 *
 * @param cause the kind of trouble, the same text for every file, fit for grouping
 * @param detail what was said about this one
 * @param kind whether trying again is worth it
 * @param heldUntil when the storage lets the file go, if it named a date
 */
public record AttemptError(String cause, String detail, ErrorKind kind, Optional<Instant> heldUntil) {

    /** Trouble of which no date is known. */
    public AttemptError(String cause, String detail, ErrorKind kind) {
        this(cause, detail, kind, Optional.empty());
    }

    /** Trouble that may pass. */
    public AttemptError(String cause, String detail) {
        this(cause, detail, ErrorKind.TRANSIENT);
    }

    static AttemptError of(RuntimeException failed) {
        String detail = String.valueOf(failed.getMessage());
        if (failed instanceof FileNotRemovedException file) {
            return of(file.failure(), detail);
        }
        if (failed instanceof StorageUnavailableException) {
            return new AttemptError("storage unavailable", detail);
        }
        if (failed instanceof RowNotVisibleException) {
            return new AttemptError("row not committed", detail);
        }
        return new AttemptError(failed.getClass().getSimpleName(), detail, ErrorKind.UNFORESEEN);
    }

    /** What a storage said of one file of many. */
    static AttemptError of(FileFailure failure) {
        return of(failure, failure.detail());
    }

    private static AttemptError of(FileFailure failure, String detail) {
        return new AttemptError(failure.cause(), detail, ErrorKind.of(failure.kind()), failure.until());
    }

    /** Whether it is trouble of the world, not of this program. */
    public boolean isForeseen() {
        return kind != ErrorKind.UNFORESEEN;
    }
}
