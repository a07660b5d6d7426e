package org.lethe.deletion;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.lethe.storage.FileKey;

/**
 * Sends again what the broker has given up, by a person's decision, in the caller's transaction. It begins a new round
 * of attempts; a message of an earlier round has nothing to do any more.
 */
@Dependent
public class SendAgain {

    private final Deletions deletions;
    private final FileRemovals removals;
    private final RemovalMessages messages;

    @Inject
    SendAgain(Deletions deletions, FileRemovals removals, RemovalMessages messages) {
        this.deletions = deletions;
        this.removals = removals;
        this.messages = messages;
    }

    /** Keeps others from the deletion, and then from the removal, until the transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void lock(UUID deletionId, Optional<Long> removalId) {
        deletions.lock(deletionId);
        removalId.ifPresent(removals::lock);
    }

    /** As {@link #lock}, of many: of all deletions first, then of those of the removals that are FAILED. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void lockAll(Collection<UUID> deletionIds, Collection<Long> removalIds) {
        deletions.lock(deletionIds);
        removals.lockFailed(removalIds);
    }

    /**
     * Sends one FAILED removal again, the first time as it is. From the second time on each of its files goes alone, so
     * that one on which every attempt dies cannot keep the others for ever.
     *
     * @throws IllegalStateException when it is not FAILED
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void removal(UUID deletionId, long removalId) {
        Deletion deletion = deletions.lock(deletionId).orElseThrow();
        FileRemoval removal = removals.lock(removalId).orElseThrow();
        deletion.reopened();
        List<FileKey> files = removals.fileKeys(removalId);
        List<RemoveFilesMessage> again = new ArrayList<>();
        if (removal.generation() > 1 && files.size() > 1) {
            again.addAll(
                    removals.separate(removalId, files.subList(1, files.size())).values());
        }
        again.add(removals.sentAgain(removalId));
        deletions.progressed(deletionId);
        messages.sendAll(again, Urgency.ALONE);
    }

    /** Goes on with the planning of a deletion where it stopped; nothing when it has been planned to its end. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void planning(UUID deletionId) {
        Deletion deletion = deletions.lock(deletionId).orElseThrow();
        deletions.progressed(deletionId);
        if (deletion.state().isBeforeRemoval()) {
            messages.send(new PlanRemovalMessage(deletionId, deletion.nextPage()), Urgency.ALONE);
        }
    }
}
