package org.lethe.deletion;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.lethe.log.LogEvent;

/**
 * Gives a message back that was taken for a storage that is left alone: a copy of it goes onto its queue, in the transaction
 * that takes it. Rolled back instead, it would have used up one of the broker's attempts without having been tried.
 */
@Dependent
class ParkRemoval {

    private final FileRemovals removals;
    private final RemovalMessages messages;

    @Inject
    ParkRemoval(FileRemovals removals, RemovalMessages messages) {
        this.removals = removals;
        this.messages = messages;
    }

    /**
     * Puts it back, for its date if it came before that; takes it for good when nothing waits for it any more. Of the same
     * generation: if one of the two were lost in a crash, the other still counts.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void park(RemoveFilesMessage message, Urgency urgency) {
        boolean hasNothing = removals.due(message).filter(List::isEmpty).isPresent();
        if (hasNothing) {
            removals.heldFor(message).ifPresent(delay -> messages.sendHeld(message, delay));
        } else {
            removals.parked(message); // before the message is sent, so that PostgreSQL is committed first
            messages.send(message, urgency);
            LogEvent.REMOVAL_PARKED.log(message.deletionId(), message.storage());
        }
    }
}
