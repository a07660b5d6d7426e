package org.lethe.deletion;

import java.time.Duration;
import java.time.Instant;

/** An attempt that failed, as it was made just now. */
record FailedAttempt(Instant startedAt, Duration took, AttemptError error) {

    static FailedAttempt since(Instant startedAt, AttemptError error) {
        return new FailedAttempt(startedAt, Duration.between(startedAt, Instant.now()), error);
    }

    /** Of one file of many, which were tried together. */
    static FailedAttempt inChunk(AttemptError error) {
        return new FailedAttempt(Instant.now(), Duration.ZERO, error);
    }
}
