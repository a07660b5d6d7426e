package org.lethe.account;

import java.time.Duration;
import org.lethe.problem.Problem;

/** Passwords were wrong too often; this one was not looked at. */
final class LockedOutException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Duration wait;

    LockedOutException(Duration wait) {
        super("locked out for " + wait);
        this.wait = wait;
    }

    /** 429. */
    Problem problem() {
        long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        return Problem.of("locked-out", 429, "Too many failed sign-ins. Come again in " + seconds + " s.")
                .withRetryAfter(Duration.ofSeconds(seconds));
    }
}
