package org.lethe.failure;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.lethe.page.Cursor;

/**
 * Failures of one kind with the same cause on the same storage.
 *
 * @param storage null when it is not about one
 * @param failures how many match what was asked for; the figures behind it are theirs, too
 * @param files how many files these had when they last failed
 * @param trend how many of the group failed (last) in each of the last 24 hours, the present one last, whatever became of
 *     them
 */
public record FailureGroup(
        UUID id,
        FailureKind kind,
        String storage,
        String cause,
        long open,
        long assigned,
        long failures,
        long files,
        Instant firstAt,
        Instant lastAt,
        List<Long> trend) {

    /** The hours of the trend. */
    static final int HOURS = 24;

    Cursor place() {
        return new Cursor(lastAt, id);
    }
}
