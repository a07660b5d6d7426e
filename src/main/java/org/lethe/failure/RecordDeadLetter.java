package org.lethe.failure;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.lethe.deletion.AttemptError;
import org.lethe.deletion.DeadRemovals;
import org.lethe.deletion.MessageJson;
import org.lethe.deletion.PlanRemovalMessage;
import org.lethe.deletion.RemovalMessage;
import org.lethe.deletion.RemoveFilesMessage;
import org.lethe.deletion.UnreadableMessage;
import org.lethe.log.LogEvent;

/**
 * Turns a message that the broker has given up into a failure, in the transaction that takes it from the dead-letter or
 * expiry queue: none is lost, none is recorded twice. A message whose request never committed is recorded and settles
 * itself as void.
 */
@Dependent
public class RecordDeadLetter {

    private static final String BROKER = "broker";

    private final Failures failures;
    private final FailureEvents events;
    private final DeadRemovals dead;
    private final Event<FailureOpened> opened;

    @Inject
    RecordDeadLetter(Failures failures, FailureEvents events, DeadRemovals dead, Event<FailureOpened> opened) {
        this.failures = failures;
        this.events = events;
        this.dead = dead;
        this.opened = opened;
    }

    /** Records a dead or expired message that is one of ours. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void record(DeadLetter letter, RemovalMessage message) {
        AttemptError why = dead.lastError(message).orElse(letter.unexplained());
        if (!dead.wasCommitted(message)) {
            neverCommitted(letter, message);
        } else if (message instanceof RemoveFilesMessage files) {
            removal(letter, files, why);
        } else {
            planning(letter, (PlanRemovalMessage) message, why);
        }
    }

    /** Records a message that is not ours. A person looks at it; there is nothing that could be sent again. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void unreadable(@Observes UnreadableMessage message) {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        AttemptError why = new AttemptError("unreadable message", message.why());
        failures.addMessage(id, FailureState.OPEN, message.queue(), why, message.description());
        events.add(List.of(id), "unreadable", BROKER, message.why());
        opened.fire(new FailureOpened(id, FailureKind.MESSAGE, null, why.cause()));
        LogEvent.MESSAGE_UNREADABLE.log(message.queue(), id, message.why());
    }

    private void removal(DeadLetter letter, RemoveFilesMessage message, AttemptError why) {
        if (!dead.ignored(message, why) && dead.failed(message)) {
            List<UUID> ids = failures.openRemoval(message.removalId(), letter.queue(), why);
            events.add(ids, letter.what(), BROKER, why.cause() + ": " + why.detail());
            ids.forEach(id -> opened.fire(
                    new FailureOpened(id, FailureKind.REMOVAL, message.storage().toString(), why.cause())));
            LogEvent.DEAD_LETTER_RECORDED.log(
                    Long.toString(message.removalId()), message.deletionId(), message.storage(), why.detail());
        }
    }

    private void planning(DeadLetter letter, PlanRemovalMessage message, AttemptError why) {
        if (dead.gaveUpPlanning(message)) {
            List<UUID> ids = failures.openPlanning(message.deletionId(), letter.queue(), why);
            events.add(ids, letter.what(), BROKER, why.cause() + ": " + why.detail());
            ids.forEach(id -> opened.fire(new FailureOpened(id, FailureKind.PLAN, null, why.cause())));
            LogEvent.PLANNING_FAILED.log(message.deletionId(), why.detail());
        }
    }

    private void neverCommitted(DeadLetter letter, RemovalMessage message) {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        AttemptError why = new AttemptError(
                "request never committed",
                "no row stands for this message, so nothing was accepted and nothing is done");
        failures.addMessage(id, FailureState.VOID, letter.queue(), why, MessageJson.write(message));
        events.add(List.of(id), "void", BROKER, why.detail());
        LogEvent.MESSAGE_NEVER_COMMITTED.log(message.deletionId());
    }
}
