package org.lethe.deletion;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;

/**
 * Makes an attempt and, when it fails, keeps when, where, for how long and why in a transaction of its own, which the
 * failure does not undo. Then the failure goes on to the broker, which decides when the message comes again.
 */
@Dependent
class AttemptRecorder {

    private final RemovalAttempts attempts;

    @Inject
    AttemptRecorder(RemovalAttempts attempts) {
        this.attempts = attempts;
    }

    void attempt(RemovalMessage message, Runnable work) {
        Instant startedAt = Instant.now();
        try {
            work.run();
        } catch (RuntimeException failed) {
            record(message, startedAt, failed);
            throw failed;
        }
    }

    /** An attempt that cannot be recorded, say because the database is what failed, still fails for its own reason. */
    private void record(RemovalMessage message, Instant startedAt, RuntimeException failed) {
        try {
            Duration took = Duration.between(startedAt, Instant.now());
            attempts.add(message, startedAt, took, AttemptError.of(failed));
        } catch (RuntimeException notRecorded) {
            failed.addSuppressed(notRecorded);
        }
    }
}
