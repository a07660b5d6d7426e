package org.lethe.deletion;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.lethe.album.Albums;
import org.lethe.photo.Photos;
import org.lethe.problem.Problem;
import org.lethe.problem.ProblemException;

/**
 * Hides exactly what a dry run counted, once.
 *
 * <p>An album is hidden by its one row, so the cost does not depend on what it holds. The photos that have joined it
 * since the dry run, which are few, are moved before, to an album of the same name that stays. An upload that is about
 * to end waits for the album's lock: it was before, and its photo is kept; or it comes after, finds the album deleted
 * and is refused. A photo that has left the album since (deleted by itself, or moved) is not touched; it is missing in
 * the deletion's count, which says so.
 *
 * <p>Photos that were named are hidden wherever they are now; those that are not live any more are missing.
 */
@Dependent
class HideSnapshot {

    private final Snapshots snapshots;
    private final Deletions deletions;
    private final Albums albums;
    private final Photos photos;
    private final AcceptDeletion accept;

    @Inject
    HideSnapshot(Snapshots snapshots, Deletions deletions, Albums albums, Photos photos, AcceptDeletion accept) {
        this.snapshots = snapshots;
        this.deletions = deletions;
        this.albums = albums;
        this.photos = photos;
        this.accept = accept;
    }

    /**
     * Hides it under the request's deletion, unless that was done before.
     *
     * @return the deletion that hides it
     * @throws ProblemException 404 when the owner has no such snapshot; 409 when it has expired, or is not there to be
     *     deleted any more
     */
    UUID under(DeletionRequest request, UUID id) {
        Snapshot snapshot = snapshots
                .lock(id)
                .filter(found -> found.ownerId().equals(request.owner()))
                .orElseThrow(() -> Problem.notFound("snapshot", id).exception());
        if (snapshot.deletionId() != null) {
            return snapshot.deletionId();
        }
        if (snapshot.expiresAt().isBefore(deletions.now())) {
            throw Problem.conflict(
                            "snapshot-expired",
                            "The snapshot could be deleted until " + snapshot.expiresAt()
                                    + ". Nothing was deleted; make" + " another dry run.")
                    .exception();
        }
        hide(request, snapshot);
        snapshot.executedBy(request.id());
        return request.id();
    }

    private void hide(DeletionRequest request, Snapshot snapshot) {
        Optional<UUID> album = Optional.ofNullable(snapshot.albumId());
        boolean hidden = album.map(id -> albums.delete(request.owner(), id, request.id()))
                .orElseGet(() -> !hidePhotos(request, snapshot).isEmpty());
        if (!hidden) {
            throw changed("Nothing of what was counted is there to be deleted any more.");
        }
        accept.deletion(request, album.isPresent() ? DeletionKind.ALBUM : DeletionKind.PHOTOS, album);
        deletions.isOf(snapshot, request.id());
        album.ifPresent(id -> keepNewPhotos(request.id(), snapshot));
    }

    private List<UUID> hidePhotos(DeletionRequest request, Snapshot snapshot) {
        return photos.hide(request.owner(), snapshots.photoIds(snapshot.id()), request.id());
    }

    private void keepNewPhotos(UUID deletion, Snapshot snapshot) {
        long newPhotos = snapshots.countJoinedSince(snapshot);
        if (newPhotos > Snapshots.MOST_KEPT) {
            throw changed("More than " + Snapshots.MOST_KEPT + " photos have come to the album since.");
        }
        if (newPhotos > 0) {
            UUID kept = snapshots.keepJoinedSince(snapshot);
            deletions.kept(deletion, kept, newPhotos);
        }
    }

    private static ProblemException changed(String how) {
        return Problem.conflict("snapshot-changed", how + " Nothing was deleted; make another dry run.")
                .exception();
    }
}
