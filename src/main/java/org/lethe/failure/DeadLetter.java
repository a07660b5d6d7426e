package org.lethe.failure;

import org.lethe.deletion.AttemptError;

/**
 * How a message came to its end.
 *
 * @param queue the queue on which its attempts were made
 * @param what {@code dead letter} or {@code expired}
 */
record DeadLetter(String queue, String what) {

    /** The error when no attempt could record one: the worker died each time, or was cut off. */
    AttemptError unexplained() {
        return new AttemptError(
                "no attempt came to an end", "every worker that tried died or was cut off before it could say why");
    }
}
