package org.lethe.bench.load;

import java.time.Duration;

/**
 * How much is asked for.
 *
 * @param pause of a client between two requests, on average; they are spread from nothing to twice as long
 * @param photos that a client has when it comes
 */
public record LoadPlan(int clients, Duration duration, Duration pause, int photos) {

    /** People who look at, add and remove photos. */
    public static LoadPlan people(int clients, Duration duration) {
        return new LoadPlan(clients, duration, Duration.ofSeconds(1), 3);
    }

    /** Programs that ask again as soon as they are answered; who is refused comes again when told to. */
    public static LoadPlan rush(int clients, Duration duration) {
        return new LoadPlan(clients, duration, Duration.ZERO, 0);
    }
}
