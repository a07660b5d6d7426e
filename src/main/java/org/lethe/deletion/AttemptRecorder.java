package org.lethe.deletion;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Instant;
import org.lethe.log.LogEvent;

/**
 * Makes an attempt. When it fails and the error policies settle it, that is done in the attempt's own transaction, which
 * takes the message. Else it keeps when, where, for how long and why in a transaction of its own, which the failure does
 * not undo; the attempt's transaction is rolled back, so the broker decides when the message comes again.
 */
@Dependent
class AttemptRecorder {

    @Resource
    TransactionSynchronizationRegistry transaction;

    private final RemovalAttempts attempts;
    private final ObeyErrorPolicy policies;

    @Inject
    AttemptRecorder(RemovalAttempts attempts, ObeyErrorPolicy policies) {
        this.attempts = attempts;
        this.policies = policies;
    }

    /** Runs {@code work}; throws on only what was not foreseen, which the container then logs with its stack. */
    void attempt(RemovalMessage message, Runnable work) {
        Instant startedAt = Instant.now();
        try {
            work.run();
        } catch (RuntimeException failed) {
            FailedAttempt attempt = FailedAttempt.since(startedAt, AttemptError.of(failed));
            if (!settles(message, attempt, failed)) {
                fail(message, attempt, failed);
            }
        }
    }

    /** What the attempt did in a transaction that can only be rolled back is lost; so would be what settles it. */
    private boolean settles(RemovalMessage message, FailedAttempt attempt, RuntimeException failed) {
        try {
            return message instanceof RemoveFilesMessage files
                    && !transaction.getRollbackOnly()
                    && policies.settle(files, attempt);
        } catch (RuntimeException notSettled) {
            failed.addSuppressed(notSettled);
            return false;
        }
    }

    private void fail(RemovalMessage message, FailedAttempt attempt, RuntimeException failed) {
        record(message, attempt, failed);
        if (!attempt.error().isForeseen()) {
            throw failed;
        }
        // Not thrown: the container would discard the listener and log a hundred lines for each attempt.
        transaction.setRollbackOnly();
        LogEvent.ATTEMPT_FAILED.log(message.deletionId(), attempt.error().detail());
    }

    /** An attempt that cannot be recorded, say because the database is what failed, still fails for its own reason. */
    private void record(RemovalMessage message, FailedAttempt attempt, RuntimeException failed) {
        try {
            attempts.add(message, attempt);
            policies.retried(message, attempt.error());
        } catch (RuntimeException notRecorded) {
            failed.addSuppressed(notRecorded);
        }
    }
}
