package org.lethe.failure;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.lethe.deletion.AttemptError;
import org.lethe.deletion.RemovalGivenUp;
import org.lethe.deletion.RemoveFilesMessage;
import org.lethe.log.LogEvent;

/**
 * Turns a removal that is not tried any more, because an error policy says so, into a failure: one that a person is to
 * see to, or one that is ignored with the policy's reason. In the transaction that says so in the removal's row.
 */
@Dependent
class RecordPolicyDecision {

    private static final String POLICY = "policy";

    private final Failures failures;
    private final FailureEvents events;
    private final Event<FailureOpened> opened;

    @Inject
    RecordPolicyDecision(Failures failures, FailureEvents events, Event<FailureOpened> opened) {
        this.failures = failures;
        this.events = events;
        this.opened = opened;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void record(@Observes RemovalGivenUp removal) {
        if (removal.ignored()) {
            ignore(removal, removal.message());
        } else {
            open(removal, removal.message());
        }
    }

    private void open(RemovalGivenUp removal, RemoveFilesMessage message) {
        AttemptError why = removal.why();
        List<UUID> ids = failures.openRemoval(message.removalId(), removal.queue(), why);
        events.add(ids, "to a person at once", POLICY, detail(removal));
        ids.forEach(id -> opened.fire(
                new FailureOpened(id, FailureKind.REMOVAL, message.storage().toString(), why.cause())));
        LogEvent.GIVEN_TO_A_PERSON.log(
                Long.toString(message.removalId()), message.deletionId(), message.storage(), detail(removal));
    }

    private void ignore(RemovalGivenUp removal, RemoveFilesMessage message) {
        List<UUID> ids = failures.ignoreRemoval(message.removalId(), removal.queue(), removal.why());
        events.add(ids, "ignored by policy", POLICY, detail(removal));
        LogEvent.IGNORED_BY_POLICY.log(
                Long.toString(message.removalId()), message.deletionId(), message.storage(), detail(removal));
    }

    private static String detail(RemovalGivenUp removal) {
        return removal.why().cause() + ": " + removal.why().detail() + "; "
                + removal.decision().because();
    }
}
