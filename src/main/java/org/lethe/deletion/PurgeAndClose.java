package org.lethe.deletion;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.lethe.photo.Photos;

/** One step of the end of a deletion. */
@Dependent
public class PurgeAndClose {

    /** Photos in one transaction; 10,000 take about a tenth of a second. */
    private static final int MOST = 10_000;

    private final Deletions deletions;
    private final FileRemovals removals;
    private final Photos photos;
    private final DeletionEvents events;

    @Inject
    PurgeAndClose(Deletions deletions, FileRemovals removals, Photos photos, DeletionEvents events) {
        this.deletions = deletions;
        this.removals = removals;
        this.photos = photos;
        this.events = events;
    }

    /**
     * Purges the next photos of a deletion of which nothing waits, and closes it after the last, in a transaction of its
     * own. Does nothing while something waits.
     *
     * @return whether there is more to purge
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public boolean step(UUID id) {
        return !removals.anyWaiting(id)
                && deletions
                        .lock(id)
                        .filter(this::isOver)
                        .map(this::purgeOrClose)
                        .orElse(false);
    }

    /** Asked again under the lock: a failure may have been sent again meanwhile. */
    private boolean isOver(Deletion deletion) {
        return deletion.state() == DeletionState.REMOVING && !removals.anyWaiting(deletion.id());
    }

    private boolean purgeOrClose(Deletion deletion) {
        boolean more = photos.purge(deletion.id(), MOST) == MOST;
        if (!more) {
            deletion.completed(removals.anyFailed(deletion.id()), deletions.now());
            events.tell("completed", deletion);
        }
        return more;
    }
}
