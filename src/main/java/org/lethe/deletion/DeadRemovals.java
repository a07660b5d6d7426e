package org.lethe.deletion;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** What becomes of the rows of a message that the broker has given up. Works in the caller's transaction. */
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

    /** Whether the request that sent the message was committed: its rows are there. */
    public boolean wasCommitted(RemovalMessage message) {
        return message instanceof RemoveFilesMessage files
                ? removals.anyExists(files)
                : deletions.find(message.deletionId()).isPresent();
    }

    /** What the last attempt said, if one came to an end. */
    public Optional<AttemptError> lastError(RemovalMessage message) {
        return attempts.last(message);
    }

    /** WAITING to FAILED for those that still wait for this message; answers their ids. */
    public List<Long> failed(RemoveFilesMessage message) {
        List<Long> failed = removals.failed(message);
        settled.fire(new RemovalsSettled(message.deletionId()));
        return failed;
    }

    /** Whether the page that the message asked for has not been planned meanwhile. */
    public boolean isStillToPlan(PlanRemovalMessage message) {
        return deletions
                .find(message.deletionId())
                .filter(deletion -> deletion.expects(message.page()))
                .isPresent();
    }
}
