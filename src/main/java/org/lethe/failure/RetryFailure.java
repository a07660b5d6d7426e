package org.lethe.failure;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.lethe.audit.Audit;
import org.lethe.audit.AuditAction;
import org.lethe.deletion.SendAgain;
import org.lethe.problem.Problem;
import org.lethe.problem.ProblemException;

/** Sends a failure again by a person's decision: row and message in one transaction, and the history says who. */
@Dependent
public class RetryFailure {

    private static final String RETRIED = "retried";

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
     * @param reason why, if somebody says so
     * @param isSeen whether the client has seen the failure of this tag
     * @throws ProblemException 404 when there is none; 409 when it is not open, or there is nothing to send again; 412 when
     *     the client has not seen it as it is
     */
    @Transactional
    void retry(UUID id, String actor, Optional<String> reason, Predicate<FailureTag> isSeen) {
        Failure seen = failures.find(id)
                .orElseThrow(() -> Problem.notFound("failure", id).exception());
        if (seen.kind() == FailureKind.MESSAGE) {
            throw Problem.conflict(
                            "nothing-to-retry",
                            "This failure is about a message that is not ours or was never committed, so there is nothing"
                                    + " to send again.")
                    .exception();
        }
        if (locked(seen).filter(failure -> !isSeen.test(FailureTag.of(failure))).isPresent()) {
            throw ChangeFailures.changedMeanwhile();
        }
        if (!retryIfOpen(id, any -> true, actor, reason.orElse("sent again for a new round of attempts"))) {
            throw Problem.conflict(
                            "wrong-state",
                            "This failure is " + seen.state() + "; only an OPEN or ASSIGNED one can be sent again.")
                    .exception();
        }
        audit.record(AuditAction.FAILURE_RETRIED, id.toString(), details(seen, reason));
    }

    /**
     * Keeps others from failures that are to be retried, until the caller's transaction ends: from all that they are about
     * first, in the order in which everybody takes them. One after the other, each {@link #retryIfOpen} would lock the
     * deletion of the next after the failure of the one before, and meet whoever does something about all of them.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void lock(Collection<UUID> ids) {
        List<Failure> found =
                ids.stream().map(failures::find).flatMap(Optional::stream).toList();
        if (!found.isEmpty()) {
            sendAgain.lockAll(
                    found.stream()
                            .map(Failure::deletionId)
                            .filter(Objects::nonNull)
                            .toList(),
                    found.stream()
                            .map(Failure::removalId)
                            .filter(Objects::nonNull)
                            .toList());
            failures.lock(ids);
        }
    }

    /**
     * Retries one failure, in the caller's transaction, if it waits for a person at that moment. Nothing is written to the
     * audit: that is for whoever decides it.
     *
     * @param isAsSeen whether the failure, which nobody else changes any more, is the one that is meant
     * @param detail what its history says of it
     * @return false, with nothing done, when it is not the one, does not wait for anybody, is about a message itself, or is
     *     not there
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean retryIfOpen(UUID id, Predicate<Failure> isAsSeen, String actor, String detail) {
        Optional<Failure> open = failures.find(id)
                .filter(failure -> failure.kind() != FailureKind.MESSAGE)
                .flatMap(this::locked)
                .filter(failure -> failure.canBe(FailureState.RETRIED) && isAsSeen.test(failure));
        open.ifPresent(failure -> {
            send(failure);
            failure.retried();
            events.add(List.of(id), RETRIED, actor, detail);
        });
        return open.isPresent();
    }

    /** Locks the deletion, then the removal, then the failure: the order in which everybody takes them. */
    private Optional<Failure> locked(Failure failure) {
        sendAgain.lock(failure.deletionId(), Optional.ofNullable(failure.removalId()));
        return failures.lock(failure.id());
    }

    private void send(Failure failure) {
        if (failure.kind() == FailureKind.REMOVAL) {
            sendAgain.removal(failure.deletionId(), failure.removalId());
        } else {
            sendAgain.planning(failure.deletionId());
        }
    }

    private static Map<String, Object> details(Failure failure, Optional<String> reason) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("kind", failure.kind().name());
        details.put("deletionId", failure.deletionId().toString());
        details.put("cause", failure.cause());
        reason.ifPresent(why -> details.put("reason", why));
        return details;
    }
}
