package org.lethe.deletion;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import org.lethe.settings.LetheSettings;
import org.lethe.storage.StorageId;

/**
 * Plans one page of a deletion in the transaction that takes its message: the rows of its removals, the messages of
 * its chunks, and the message for the next page. The deletion's row is locked meanwhile, so that a message that comes
 * twice, or a restore at the same moment, finds the other's work done.
 */
@Dependent
public class PlanRemoval {

    private final Deletions deletions;
    private final PlanPage planPage;
    private final RemovalMessages messages;
    private final Event<RemovalsSettled> settled;
    private final int chunkSize;

    @Inject
    PlanRemoval(
            Deletions deletions,
            PlanPage planPage,
            RemovalMessages messages,
            Event<RemovalsSettled> settled,
            LetheSettings settings) {
        this.deletions = deletions;
        this.planPage = planPage;
        this.messages = messages;
        this.settled = settled;
        this.chunkSize = settings.removal().chunkSize();
    }

    /**
     * Plans the page that the message asks for; does nothing when it is planned already or the deletion was restored.
     *
     * @throws RowNotVisibleException when there is no such deletion yet
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void plan(PlanRemovalMessage message) {
        Deletion deletion = deletions
                .lock(message.deletionId())
                .orElseThrow(() -> new RowNotVisibleException(message.deletionId()));
        if (!deletion.expects(message.page())) {
            return;
        }
        Duration early = deletions.untilDue(deletion.id());
        if (early.isNegative() || early.isZero()) {
            planPageOf(deletion);
        } else {
            messages.sendLater(message, Urgency.ofPage(message.page()), early);
        }
    }

    private void planPageOf(Deletion deletion) {
        int number = deletion.nextPage();
        PlannedPage page = planPage.of(deletion);
        deletion.planned(page);
        deletions.progressed(deletion.id());
        for (StorageId storage : StorageId.values()) {
            messages.sendAll(chunks(deletion, page, storage), Urgency.ofPage(number));
        }
        if (page.isLast()) {
            settled.fire(new RemovalsSettled(deletion.id()));
        } else {
            messages.send(new PlanRemovalMessage(deletion.id(), number + 1), Urgency.ofPage(number + 1));
        }
    }

    private List<RemoveFilesMessage> chunks(Deletion deletion, PlannedPage page, StorageId storage) {
        return page.chunks(storage, chunkSize).stream()
                .map(ids -> new RemoveFilesMessage(deletion.id(), storage, 1, ids))
                .toList();
    }
}
