package org.lethe.deletion;

import java.time.Instant;
import java.util.UUID;

/**
 * A deletion as clients see it.
 *
 * @param photos photos found so far; final once the state is past PLANNING
 * @param restorableUntil when the restore window ends; null when it cannot be restored, or not any more
 */
public record DeletionView(
        UUID id,
        DeletionKind kind,
        UUID albumId,
        DeletionState state,
        Instant requestedAt,
        Instant restorableUntil,
        long photos,
        Files files,
        Instant completedAt) {

    /** Files counted once for each storage that they stand on. */
    public record Files(long requested, Gone gone, long waiting, long failed, long waived) {}

    /** Files that a storage, asked again, has no more. */
    public record Gone(long main, long backup) {}

    static DeletionView of(Deletion deletion, DeletionProgress progress) {
        return new DeletionView(
                deletion.id(),
                deletion.kind(),
                deletion.albumId(),
                deletion.state(),
                deletion.requestedAt(),
                progress.isRestorable() ? deletion.dueAt() : null,
                progress.photos(),
                progress.files(),
                deletion.completedAt());
    }
}
