package org.lethe.errorpolicy;

import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;

/**
 * The present version of a policy.
 *
 * @param version from 1 on; 0 of one that is built in
 * @param author a login; of one that is built in, Lethe
 * @param at null of one that is built in
 */
record PolicyInForce(UUID id, int version, ErrorPolicy policy, String reason, String author, Instant at) {

    /** The one that counts first: the narrower, then the one that ends, then that of a person. */
    static final Comparator<PolicyInForce> RANK = Comparator.comparingInt(
                    (PolicyInForce one) -> -one.policy().match().specificity())
            .thenComparing(one -> !one.policy().ends())
            .thenComparing(PolicyInForce::isBuiltIn)
            .thenComparing(PolicyInForce::id);

    boolean isBuiltIn() {
        return version == 0;
    }

    /** What its entity tag is made of. */
    Tag tag() {
        return new Tag(id, version);
    }

    /** A version of a policy, by name. */
    record Tag(UUID id, int version) {}
}
