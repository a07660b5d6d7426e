package org.lethe.deletion;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;

/**
 * Plans one page of a deletion in the transaction that takes its message: a row and a message for each chunk of it, and
 * the message for the next page. The deletion's row is locked meanwhile, so that a message that comes
 * twice, or a restore at the same moment, finds the other's work done.
 */
@Dependent
public class PlanRemoval {

    private final Deletions deletions;
    private final PlanPage planPage;
    private final RemovalMessages messages;
    private final Event<RemovalsSettled> settled;
    private final DeletionEvents events;

    @Inject
    PlanRemoval(
            Deletions deletions,
            PlanPage planPage,
            RemovalMessages messages,
            Event<RemovalsSettled> settled,
            DeletionEvents events) {
        this.deletions = deletions;
        this.planPage = planPage;
        this.messages = messages;
        this.settled = settled;
        this.events = events;
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
        if (number == 0) {
            events.tell("started", deletion);
        }
        messages.sendAll(chunks(deletion, page), Urgency.ofPage(number));
        if (page.isLast()) {
            settled.fire(new RemovalsSettled(deletion.id()));
        } else {
            messages.send(new PlanRemovalMessage(deletion.id(), number + 1), Urgency.ofPage(number + 1));
        }
    }

    private static List<RemoveFilesMessage> chunks(Deletion deletion, PlannedPage page) {
        return page.chunks().stream()
                .map(chunk -> new RemoveFilesMessage(deletion.id(), chunk.storage(), 1, chunk.removalId()))
                .toList();
    }
}
