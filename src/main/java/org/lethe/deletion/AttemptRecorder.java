package org.lethe.deletion;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Duration;
import java.time.Instant;
import org.lethe.log.LogEvent;

/**
 * Makes an attempt and, when it fails, keeps when, where, for how long and why in a transaction of its own, which the
 * failure does not undo. The attempt's transaction is rolled back in any case, so the broker decides when the message
 * comes again.
 */
@Dependent
class AttemptRecorder {

    @Resource
    TransactionSynchronizationRegistry transaction;

    private final RemovalAttempts attempts;

    @Inject
    AttemptRecorder(RemovalAttempts attempts) {
        this.attempts = attempts;
    }

    /** Runs {@code work}; throws on only what was not foreseen, which the container then logs with its stack. */
    void attempt(RemovalMessage message, Runnable work) {
        Instant startedAt = Instant.now();
        try {
            work.run();
        } catch (RuntimeException failed) {
            AttemptError error = AttemptError.of(failed);
            record(message, startedAt, error, failed);
            if (!error.isForeseen()) {
                throw failed;
            }
            // Not thrown: the container would discard the listener and log a hundred lines for each attempt.
            transaction.setRollbackOnly();
            LogEvent.ATTEMPT_FAILED.log(message.deletionId(), error.detail());
        }
    }

    /** An attempt that cannot be recorded, say because the database is what failed, still fails for its own reason. */
    private void record(RemovalMessage message, Instant startedAt, AttemptError error, RuntimeException failed) {
        try {
            attempts.add(message, startedAt, Duration.between(startedAt, Instant.now()), error);
        } catch (RuntimeException notRecorded) {
            failed.addSuppressed(notRecorded);
        }
    }
}
