package org.lethe.deletion;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Optional;

/** What becomes of the row of a message that the broker has given up. Works in the caller's transaction. */
@Dependent
public class DeadRemovals {

    private final Deletions deletions;
    private final FileRemovals removals;
    private final RemovalAttempts attempts;
    private final Event<RemovalsSettled> settled;

    @Inject
    DeadRemovals(Deletions deletions, FileRemovals removals, RemovalAttempts attempts, Event<RemovalsSettled> settled) {
        this.deletions = deletions;
        this.removals = removals;
        this.attempts = attempts;
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
     * Gives up the planning that a message asked for, until a person sends it again.
     *
     * @return false when the page has been planned meanwhile, so that there is nothing to give up
     */
    public boolean gaveUpPlanning(PlanRemovalMessage message) {
        Optional<Deletion> waiting =
                deletions.lock(message.deletionId()).filter(deletion -> deletion.expects(message.page()));
        waiting.ifPresent(deletion -> deletions.gaveUpPlanning(deletion.id()));
        return waiting.isPresent();
    }
}
