package org.lethe.deletion;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.lethe.album.Albums;
import org.lethe.photo.Photos;
import org.lethe.problem.Problem;
import org.lethe.problem.ProblemException;

/**
 * Undoes a deletion within its restore window: everything is visible again, and its message, when it comes, finds
 * nothing to do. The lock on the deletion's row decides between this and the first page of planning.
 */
@Dependent
class RestoreDeletion {

    private final Deletions deletions;
    private final Albums albums;
    private final Photos photos;
    private final DeletionEvents events;

    @Inject
    RestoreDeletion(Deletions deletions, Albums albums, Photos photos, DeletionEvents events) {
        this.deletions = deletions;
        this.albums = albums;
        this.photos = photos;
        this.events = events;
    }

    /**
     * Restores what a deletion hid.
     *
     * @throws ProblemException 404 when it is not this owner's; 409 when its window is over, it was restored before, or the
     *     photos' album is being removed
     */
    @Transactional
    void restore(UUID owner, UUID id) {
        Deletion deletion = deletions
                .lock(id)
                .filter(found -> found.ownerId().equals(owner))
                .orElseThrow(() -> Problem.notFound("deletion", id).exception());
        if (deletion.state() != DeletionState.REQUESTED
                || deletions.untilDue(id).isNegative()) {
            throw Problem.conflict(
                            "not-restorable",
                            "This deletion is " + deletion.state() + " and its restore window ended at "
                                    + deletion.dueAt()
                                    + ". Only a REQUESTED deletion within its window can be restored.")
                    .exception();
        }
        if (deletions.holdsPhotosOfRemovedAlbums(id)) {
            throw Problem.conflict(
                            "not-restorable",
                            "The album of these photos is being removed itself, so they cannot come back.")
                    .exception();
        }
        albums.restore(id);
        photos.show(id);
        deletion.restored();
        events.tell("restored", deletion);
    }
}
