package org.lethe.errorpolicy;

import java.time.Instant;
import java.util.UUID;

/**
 * A policy as operators see it.
 *
 * @param version 0 of one that is built in
 * @param state ACTIVE, or EXPIRED when its end is over
 * @param at null of one that is built in
 */
public record ErrorPolicyView(
        UUID id,
        boolean builtIn,
        int version,
        String state,
        ErrorPolicy policy,
        String reason,
        String author,
        Instant at) {

    static ErrorPolicyView of(PolicyInForce present, Instant now) {
        return new ErrorPolicyView(
                present.id(),
                present.isBuiltIn(),
                present.version(),
                present.policy().isOverAt(now) ? "EXPIRED" : "ACTIVE",
                present.policy(),
                present.reason(),
                present.author(),
                present.at());
    }
}
