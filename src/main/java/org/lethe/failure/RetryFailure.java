package org.lethe.failure;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.lethe.audit.Audit;
import org.lethe.audit.AuditAction;
import org.lethe.deletion.SendAgain;
import org.lethe.problem.Problem;
import org.lethe.problem.ProblemException;

/** Sends a failure again by a person's decision: row and message in one transaction, and the history says who. */
@Dependent
class RetryFailure {

    private final Failures failures;
    private final FailureEvents events;
    private final SendAgain sendAgain;
    private final Audit audit;

    @Inject
    RetryFailure(Failures failures, FailureEvents events, SendAgain sendAgain, Audit audit) {
        this.failures = failures;
        this.events = events;
        this.sendAgain = sendAgain;
        this.audit = audit;
    }

    /**
     * Retries one failure.
     *
     * @throws ProblemException 404 when there is none; 409 when it is not open, or there is nothing to send again
     */
    @Transactional
    void retry(UUID id, String actor) {
        Failure seen = failures.find(id)
                .orElseThrow(() -> Problem.notFound("failure", id).exception());
        if (seen.kind() == FailureKind.MESSAGE) {
            throw Problem.conflict(
                            "nothing-to-retry",
                            "This failure is about a message that is not ours or was never committed, so there is nothing"
                                    + " to send again.")
                    .exception();
        }
        requireOpen(seen);
        send(seen);
        Failure failure = failures.lock(id).orElseThrow();
        requireOpen(failure);
        failure.retried();
        events.add(List.of(id), "retried", actor, "sent again for a new round of attempts");
        audit.record(AuditAction.FAILURE_RETRIED, id.toString(), details(failure));
    }

    /** Locks the deletion, then the removal, then the failure: the order in which everybody takes them. */
    private void send(Failure failure) {
        if (failure.kind() == FailureKind.REMOVAL) {
            sendAgain.removal(failure.deletionId(), failure.removalId());
        } else {
            sendAgain.planning(failure.deletionId());
        }
    }

    private static Map<String, Object> details(Failure failure) {
        return Map.of(
                "kind", failure.kind().name(),
                "deletionId", failure.deletionId().toString(),
                "cause", failure.cause());
    }

    private static void requireOpen(Failure failure) {
        if (!failure.canBe(FailureState.RETRIED)) {
            throw Problem.conflict(
                            "wrong-state",
                            "This failure is " + failure.state() + "; only an OPEN or ASSIGNED one can be sent again.")
                    .exception();
        }
    }
}
