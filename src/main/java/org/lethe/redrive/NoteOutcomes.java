package org.lethe.redrive;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Writes down what has become of the items of a redrive that were sent, whatever its state is. */
@Dependent
public class NoteOutcomes {

    private final Redrives redrives;
    private final RedriveItems items;

    @Inject
    NoteOutcomes(Redrives redrives, RedriveItems items) {
        this.redrives = redrives;
        this.items = items;
    }

    /** As far as it is known at this moment, in a transaction of its own; nothing while somebody else holds the redrive. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void of(UUID id) {
        redrives.lockIfFree(id).ifPresent(redrive -> redrive.ended(items.note(redrive.id(), redrive.run())));
    }
}
