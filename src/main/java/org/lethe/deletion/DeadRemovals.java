package org.lethe.deletion;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Optional;
import org.lethe.errorpolicy.FailureClass;
import org.lethe.errorpolicy.LiveErrorPolicies;

/** What becomes of the row of a message that the broker has given up. Works in the caller's transaction. */
@Dependent
public class DeadRemovals {

    private final Deletions deletions;
    private final FileRemovals removals;
    private final RemovalAttempts attempts;
    private final LiveErrorPolicies policies;
    private final GiveUpRemoval giveUp;
    private final Event<RemovalsSettled> settled;

    @Inject
    DeadRemovals(
            Deletions deletions,
            FileRemovals removals,
            RemovalAttempts attempts,
            LiveErrorPolicies policies,
            GiveUpRemoval giveUp,
            Event<RemovalsSettled> settled) {
        this.deletions = deletions;
        this.removals = removals;
        this.attempts = attempts;
        this.policies = policies;
        this.giveUp = giveUp;
        this.settled = settled;
    }

    /** Whether the request that sent the message was committed: its row is there. */
    public boolean wasCommitted(RemovalMessage message) {
        return message instanceof RemoveFilesMessage files
                ? removals.due(files).isPresent()
                : deletions.find(message.deletionId()).isPresent();
    }

    /** What the last attempt said, if one came to an end. */
    public Optional<AttemptError> lastError(RemovalMessage message) {
        return attempts.last(message);
    }

    /**
     * WAITING to FAILED.
     *
     * @return false when the removal does not wait for this message any more
     */
    public boolean failed(RemoveFilesMessage message) {
        boolean failed = removals.failed(message);
        settled.fire(new RemovalsSettled(message.deletionId()));
        return failed;
    }

    /**
     * Leaves a removal as it is, if a policy says that failures of its class are; who keeps failures is told.
     *
     * @return whether it was left
     */
    public boolean ignored(RemoveFilesMessage message, AttemptError why) {
        FailureClass what = new FailureClass(
                why.cause(), why.kind(), message.storage().wireName(), RemovalMessages.queueOf(message));
        return policies.decideAtTheEnd(what)
                .map(decision -> giveUp.ignored(message, why, decision))
                .orElse(false);
    }

    /**
     * Gives up the planning that a message asked for, until a person sends it again.
     *
     * @return false when the page has been planned meanwhile, so that there is nothing to give up
     */
    public boolean gaveUpPlanning(PlanRemovalMessage message) {
        Optional<Deletion> locked = deletions.lock(message.deletionId());
        locked.ifPresent(deletions::refresh); // it may have been read before, and to lock it reads nothing anew
        Optional<Deletion> waiting = locked.filter(deletion -> deletion.expects(message.page()));
        waiting.ifPresent(deletion -> deletions.gaveUpPlanning(deletion.id()));
        return waiting.isPresent();
    }
}
