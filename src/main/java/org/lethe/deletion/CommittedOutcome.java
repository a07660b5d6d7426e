package org.lethe.deletion;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.net.URI;
import java.time.Duration;
import java.util.function.Supplier;
import org.lethe.log.LogEvent;
import org.lethe.problem.Problem;
import org.lethe.problem.ProblemException;

/**
 * Runs a request in one XA transaction and tells its caller the truth about the outcome: committed, not committed, or
 * unknown because the connection was lost while it was decided (Jakarta Transactions 2.0, 3.2).
 */
@Dependent
class CommittedOutcome {

    private static final Duration COME_AGAIN = Duration.ofSeconds(5);

    private final UserTransaction transaction;

    @Inject
    CommittedOutcome(UserTransaction transaction) {
        this.transaction = transaction;
    }

    /**
     * Runs {@code work} and commits.
     *
     * @param resource where the outcome can be looked up
     * @throws ProblemException 503, with the type {@code outcome-unknown} and {@code resource} where it is not known
     *     whether it was committed
     */
    <T> T of(URI resource, Supplier<T> work) {
        boolean done = false;
        try {
            transaction.begin();
            T answer = work.get();
            done = true;
            transaction.commit();
            return answer;
        } catch (RollbackException rolledBack) {
            throw new ProblemException(
                    Problem.unavailable("rolled-back", "Nothing was changed. Try again.", COME_AGAIN), rolledBack);
        } catch (HeuristicMixedException | HeuristicRollbackException | SystemException unknown) {
            throw new ProblemException(Problem.outcomeUnknown(resource), unknown);
        } catch (NotSupportedException nested) {
            throw new IllegalStateException("a request's transaction begins in no other", nested);
        } finally {
            if (!done) {
                rollBack();
            }
        }
    }

    /** Never throws: why the work failed is what the caller must learn, and nothing was prepared yet. */
    private void rollBack() {
        try {
            if (transaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
                transaction.rollback();
            }
        } catch (SystemException | RuntimeException failed) {
            LogEvent.ROLLBACK_FAILED.log(failed);
        }
    }
}
