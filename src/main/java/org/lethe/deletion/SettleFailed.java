package org.lethe.deletion;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Settles FAILED removals that are not sent again, in the caller's transaction. Lock first what is settled: deletions, then
 * removals, and whatever else after them, which is the order in which everybody takes them.
 */
@Dependent
public class SettleFailed {

    private final Deletions deletions;
    private final FileRemovals removals;
    private final Event<RemovalsSettled> settled;

    @Inject
    SettleFailed(Deletions deletions, FileRemovals removals, Event<RemovalsSettled> settled) {
        this.deletions = deletions;
        this.removals = removals;
        this.settled = settled;
    }

    /** Keeps others from deletions of which removals are {@link #gone}. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void lockDeletions(Collection<UUID> ids) {
        if (!ids.isEmpty()) {
            deletions.lock(ids);
        }
    }

    /** Keeps others from removals. Answers those that are FAILED. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Long> lockFailed(Collection<Long> ids) {
        return ids.isEmpty() ? List.of() : removals.lockFailed(ids);
    }

    /** FAILED to WAIVED, by a person's decision. Their files may stay where they are, and their photos are never purged. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void waived(Collection<Long> ids) {
        if (!ids.isEmpty()) {
            removals.settled(ids, RemovalState.WAIVED);
        }
    }

    /** FAILED to GONE: the storage has proven it. Deletions that were over with failures are closed once more. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void gone(Collection<Long> ids, Set<UUID> ofDeletions) {
        if (ids.isEmpty()) {
            return;
        }
        removals.settled(ids, RemovalState.GONE);
        deletions.lock(ofDeletions).forEach(Deletion::reopened);
        ofDeletions.forEach(deletion -> settled.fire(new RemovalsSettled(deletion)));
    }
}
