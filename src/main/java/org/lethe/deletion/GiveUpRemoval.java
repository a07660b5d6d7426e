package org.lethe.deletion;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import org.lethe.errorpolicy.Decision;

/** Ends the attempts of a removal by a policy, in the caller's transaction: its row says so, and who cares is told. */
@Dependent
class GiveUpRemoval {

    private final FileRemovals removals;
    private final Event<RemovalGivenUp> givenUp;
    private final Event<RemovalsSettled> settled;

    @Inject
    GiveUpRemoval(FileRemovals removals, Event<RemovalGivenUp> givenUp, Event<RemovalsSettled> settled) {
        this.removals = removals;
        this.givenUp = givenUp;
        this.settled = settled;
    }

    /**
     * WAITING to FAILED: a person is to see to it.
     *
     * @return false when the removal does not wait for this message any more
     */
    boolean toAPerson(RemoveFilesMessage message, AttemptError why, Decision decision) {
        return removals.failed(message) && tell(message, why, false, decision);
    }

    /**
     * WAITING to WAIVED: it is left as it is.
     *
     * @return false when the removal does not wait for this message any more
     */
    boolean ignored(RemoveFilesMessage message, AttemptError why, Decision decision) {
        return removals.waived(message) && tell(message, why, true, decision);
    }

    private boolean tell(RemoveFilesMessage message, AttemptError why, boolean ignored, Decision decision) {
        givenUp.fire(new RemovalGivenUp(message, RemovalMessages.queueOf(message), why, ignored, decision));
        settled.fire(new RemovalsSettled(message.deletionId()));
        return true;
    }
}
