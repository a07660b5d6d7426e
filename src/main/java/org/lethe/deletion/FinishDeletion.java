package org.lethe.deletion;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.UUID;

/**
 * Closes a deletion when nothing of it waits any more: its photos of which no file is left are purged, and it is
 * COMPLETED, or COMPLETED_WITH_FAILURES. Asked of the rows each time; there is no counter to be wrong.
 */
@Dependent
class FinishDeletion {

    private final PurgeAndClose purgeAndClose;

    @Inject
    FinishDeletion(PurgeAndClose purgeAndClose) {
        this.purgeAndClose = purgeAndClose;
    }

    /**
     * Closes the deletion if it is time, a page of photos in each transaction, so that none is longer for a larger
     * deletion. Safe to call at any time, from many nodes; what one that dies leaves over, the next one does.
     */
    void finish(UUID id) {
        boolean more = true;
        while (more) {
            more = purgeAndClose.step(id);
        }
    }
}
