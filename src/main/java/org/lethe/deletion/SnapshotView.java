package org.lethe.deletion;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.lethe.photo.PhotoView;
import org.lethe.storage.StorageId;

/**
 * A dry run as its owner sees it.
 *
 * @param snapshotId what {@code POST /deletions} takes to delete exactly this
 * @param files counted once for each storage that they stand on
 * @param bytes of the originals, counted once
 * @param sample the newest of the photos
 */
public record SnapshotView(
        UUID snapshotId, UUID albumId, long photos, long files, long bytes, List<PhotoView> sample, Instant expiresAt) {

    static SnapshotView of(Snapshot snapshot, List<PhotoView> sample) {
        return new SnapshotView(
                snapshot.id(),
                snapshot.albumId(),
                snapshot.photos(),
                snapshot.files() * StorageId.values().length,
                snapshot.bytes(),
                sample,
                snapshot.expiresAt());
    }
}
