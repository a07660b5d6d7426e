package org.lethe.deletion;

import java.time.Duration;
import java.time.Instant;
import org.lethe.errorpolicy.ErrorKind;

/**
 * One try that failed.
 *
 * @param counted whether it used up one of the broker's attempts; a failure as one of a chunk does not
 * @param heldUntil the date for which the removal waited from then on; null when it did not
 */
public record RemovalAttempt(
        Instant startedAt,
        Duration took,
        String node,
        boolean counted,
        int generation,
        String cause,
        String error,
        ErrorKind kind,
        Instant heldUntil) {}
