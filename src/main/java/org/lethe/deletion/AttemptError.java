package org.lethe.deletion;

import org.lethe.storage.StorageUnavailableException;

/**
 * Why an attempt failed.
 *
 * @param cause the kind of trouble, the same text for every file, fit for grouping
 * @param detail what was said about this one
 * @param isForeseen whether it is trouble of the world, not of this program
 */
public record AttemptError(String cause, String detail, boolean isForeseen) {

    /** Trouble that is foreseen. */
    public AttemptError(String cause, String detail) {
        this(cause, detail, true);
    }

    static AttemptError of(RuntimeException failed) {
        String detail = String.valueOf(failed.getMessage());
        if (failed instanceof FileNotRemovedException file) {
            return new AttemptError(file.failure().cause(), detail);
        }
        if (failed instanceof StorageUnavailableException) {
            return new AttemptError("storage unavailable", detail);
        }
        if (failed instanceof RowNotVisibleException) {
            return new AttemptError("row not committed", detail);
        }
        return new AttemptError(failed.getClass().getSimpleName(), detail, false);
    }
}
