package org.lethe.deletion;

import java.time.Instant;
import java.util.UUID;
import org.lethe.callback.CallbackView;

/**
 * A deletion as clients see it.
 *
 * @param photos photos found so far; final once the state is past PLANNING
 * @param snapshot the dry run that it carries out; null when there was none
 * @param heldBecause why the brake holds it; null when it does not
 * @param heldUntil when it is cancelled unless it is confirmed before; null when it is not held
 * @param restorableUntil when the restore window ends; null when it cannot be restored, or not any more
 * @param callback who is told of the end; null when nobody is
 */
public record DeletionView(
        UUID id,
        DeletionKind kind,
        UUID albumId,
        DeletionState state,
        Instant requestedAt,
        String heldBecause,
        Instant heldUntil,
        Instant restorableUntil,
        long photos,
        Files files,
        OfSnapshot snapshot,
        Instant completedAt,
        CallbackView callback) {

    /** Files counted once for each storage that they stand on. */
    public record Files(long requested, Gone gone, long waiting, long failed, long waived) {}

    /** Files that a storage, asked again, has no more. */
    public record Gone(long main, long backup) {}

    /**
     * How a deletion fits the dry run that it carries out.
     *
     * @param photos the photos that were counted
     * @param missing how many of them were not there any more; null until planning has come to its end
     * @param kept the photos that had come to the album since; null when there were none
     */
    public record OfSnapshot(UUID id, long photos, Long missing, Kept kept) {

        static OfSnapshot find(Deletion deletion) {
            if (deletion.snapshotId() == null) {
                return null;
            }
            return new OfSnapshot(
                    deletion.snapshotId(),
                    deletion.snapshotPhotos(),
                    deletion.state().isPlanned() ? deletion.snapshotPhotos() - deletion.photos() : null,
                    deletion.keptAlbumId() == null ? null : new Kept(deletion.keptAlbumId(), deletion.keptPhotos()));
        }
    }

    /** Photos that stay, in an album of the same name. */
    public record Kept(UUID albumId, long photos) {}

    static DeletionView of(Deletion deletion, DeletionProgress progress, CallbackView callback) {
        boolean isHeld = deletion.state() == DeletionState.HELD;
        return new DeletionView(
                deletion.id(),
                deletion.kind(),
                deletion.albumId(),
                deletion.state(),
                deletion.requestedAt(),
                isHeld ? deletion.heldBecause() : null,
                isHeld ? deletion.heldUntil() : null,
                progress.isRestorable() ? deletion.dueAt() : null,
                progress.photos(),
                progress.files(),
                OfSnapshot.find(deletion),
                deletion.completedAt(),
                callback);
    }
}
