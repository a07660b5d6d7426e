package org.lethe.deletion;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.lethe.photo.PhotoView;
import org.lethe.problem.Problem;
import org.lethe.problem.ProblemException;
import org.lethe.settings.LetheSettings;

/** Counts what a deletion would delete, and remembers it, so that exactly that can be deleted. Deletes nothing. */
@Dependent
public class DryRun {

    private final Snapshots snapshots;
    private final LetheSettings settings;

    @Inject
    DryRun(Snapshots snapshots, LetheSettings settings) {
        this.snapshots = snapshots;
        this.settings = settings;
    }

    /**
     * Takes a snapshot of an album or of photos.
     *
     * @throws ProblemException 404 when the owner has no such album; 422 listing the photos that are not live photos of
     *     this owner; 400 when the target is a snapshot itself
     */
    @Transactional
    public SnapshotView of(UUID owner, DeletionTarget target) {
        Snapshot snapshot = take(owner, target);
        return SnapshotView.of(
                snapshot, snapshots.sample(snapshot).stream().map(PhotoView::of).toList());
    }

    private Snapshot take(UUID owner, DeletionTarget target) {
        if (target instanceof DeletionTarget.OfAlbum album) {
            return snapshots
                    .takeOfAlbum(owner, album.id(), settings.deletion().snapshotLimit())
                    .orElseThrow(() -> Problem.notFound("album", album.id()).exception());
        }
        if (target instanceof DeletionTarget.OfPhotos photos) {
            return ofPhotos(owner, photos.photoIds());
        }
        throw Problem.malformed("A dry run is of photos or of an album.").exception();
    }

    private Snapshot ofPhotos(UUID owner, Set<UUID> ids) {
        Snapshot snapshot =
                snapshots.takeOfPhotos(owner, ids, settings.deletion().snapshotLimit());
        if (snapshot.photos() < ids.size()) {
            Set<UUID> unknown = new LinkedHashSet<>(ids);
            snapshots.photoIds(snapshot.id()).forEach(unknown::remove);
            throw UnknownPhotos.problem(unknown);
        }
        return snapshot;
    }
}
