package org.lethe.failure;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.lethe.account.Operators;
import org.lethe.deletion.VerifyGone;
import org.lethe.problem.FieldError;
import org.lethe.problem.Problem;
import org.lethe.problem.ProblemException;

/** Does something about one failure. What needs a storage's word gets that before anything is locked. */
@Dependent
class ActOnOne {

    private final FindFailures find;
    private final ChangeFailures change;
    private final VerifyGone verify;
    private final Operators operators;

    @Inject
    ActOnOne(FindFailures find, ChangeFailures change, VerifyGone verify, Operators operators) {
        this.find = find;
        this.change = change;
        this.verify = verify;
        this.operators = operators;
    }

    /**
     * Does it.
     *
     * @param isSeen whether the client has seen the failure of this tag
     * @throws ProblemException 404 when there is none; 409 when its state does not allow it, or a file that is said to be
     *     gone is still there; 412 when the client has not seen it as it is; 422 when nobody can be given it
     * @throws org.lethe.storage.StorageUnavailableException when a storage has to prove something, and does not answer
     */
    void act(UUID id, Act act, Predicate<FailureTag> isSeen) {
        Failure failure = find.row(id);
        requireAssignee(act);
        if (act.needsProof() && failure.removalId() != null && !verify.isGone(failure.removalId())) {
            throw Problem.conflict(
                            "file-still-there",
                            "The storage " + failure.storage()
                                    + " was asked, and has something there. Send the failure again instead.")
                    .exception();
        }
        change.one(id, act, isSeen);
    }

    /** @throws ProblemException 422 when it cannot be assigned to whom it is */
    void requireAssignee(Act act) {
        Optional.ofNullable(act.assignee())
                .filter(login -> !operators.include(login))
                .ifPresent(nobody -> {
                    throw Problem.unprocessable(
                                    "no-such-assignee", "Nobody who sees to failures has this login.", Map.of())
                            .withErrors(List.of(
                                    new FieldError("assignee", "must be the login of an operator or an administrator")))
                            .exception();
                });
    }
}
