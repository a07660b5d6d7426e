package org.lethe.deletion;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.lethe.photo.Photos;

/**
 * Closes a deletion when nothing of it waits any more: its photos of which no file is left are purged, and it is
 * COMPLETED, or COMPLETED_WITH_FAILURES. Asked of the rows each time; there is no counter to be wrong.
 */
@Dependent
public class FinishDeletion {

    private final Deletions deletions;
    private final FileRemovals removals;
    private final Photos photos;

    @Inject
    FinishDeletion(Deletions deletions, FileRemovals removals, Photos photos) {
        this.deletions = deletions;
        this.removals = removals;
        this.photos = photos;
    }

    /** Closes the deletion if it is time, in a transaction of its own. Safe to call at any time, from many nodes. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void finish(UUID id) {
        if (!removals.anyWaiting(id)) {
            deletions.lock(id).filter(this::isOver).ifPresent(this::close);
        }
    }

    /** Asked again under the lock: a failure may have been sent again meanwhile. */
    private boolean isOver(Deletion deletion) {
        return deletion.state() == DeletionState.REMOVING && !removals.anyWaiting(deletion.id());
    }

    private void close(Deletion deletion) {
        photos.purge(deletion.id());
        deletion.completed(removals.anyFailed(deletion.id()), deletions.now());
    }
}
