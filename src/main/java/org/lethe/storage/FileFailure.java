package org.lethe.storage;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * Why something could not be done to one file, although its storage answers.
 *
 * @param cause the kind of trouble in words that are the same for every file, fit for grouping
 * @param detail what the storage said about this file
 * @param until when it lets the file go; of a {@link FailureKind#HELD} one, and of no other
 */
public record FileFailure(FailureKind kind, String cause, String detail, Optional<Instant> until) {

    public FileFailure {
        requireNonNull(kind);
        requireNonNull(cause);
        requireNonNull(detail);
        if (until.isPresent() != (kind == FailureKind.HELD)) {
            throw new IllegalArgumentException("a date goes with HELD, and with nothing else: " + kind + ", " + until);
        }
    }

    static FileFailure temporary(String cause, String detail) {
        return new FileFailure(FailureKind.TRANSIENT, cause, detail, Optional.empty());
    }

    static FileFailure lasting(String cause, String detail) {
        return new FileFailure(FailureKind.PERMANENT, cause, detail, Optional.empty());
    }

    static FileFailure held(String cause, String detail, Instant until) {
        return new FileFailure(FailureKind.HELD, cause, detail, Optional.of(until));
    }

    @Override
    public String toString() {
        return cause + " (" + detail + ")";
    }
}
