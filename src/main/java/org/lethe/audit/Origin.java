package org.lethe.audit;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Who did something, and from where.
 *
 * @param actor a login, or {@code system}
 * @param address the client's; empty when nobody asked over HTTP
 * @param requestId the request's; empty when nobody asked over HTTP
 */
public record Origin(String actor, Optional<String> address, Optional<String> requestId) {

    /** Lethe itself: schedules, listeners, the start. */
    public static final Origin SYSTEM = new Origin("system", Optional.empty(), Optional.empty());

    /** Who was not recognised. */
    public static final String ANONYMOUS = "anonymous";

    public Origin {
        requireNonNull(actor);
        requireNonNull(address);
        requireNonNull(requestId);
    }
}
