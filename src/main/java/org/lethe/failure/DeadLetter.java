package org.lethe.failure;

import org.lethe.deletion.AttemptError;
import org.lethe.errorpolicy.ErrorKind;

/**
 * How a message came to its end.
 *
 * @param queue the queue on which its attempts were made
 * @param what {@link #DEAD} or {@link #EXPIRED}
 */
record DeadLetter(String queue, String what) {

    static final String DEAD = "dead letter";
    static final String EXPIRED = "expired";

    /** The error when no attempt could record one: there was none, or the worker died each time, or was cut off. */
    AttemptError unexplained() {
        if (what.equals(EXPIRED)) {
            return new AttemptError("message expired", "its time to live ended before any attempt said anything");
        }
        return new AttemptError(
                "no attempt came to an end",
                "every worker that tried died or was cut off before it could say why",
                ErrorKind.UNFORESEEN);
    }
}
