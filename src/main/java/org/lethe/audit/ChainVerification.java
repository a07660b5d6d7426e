package org.lethe.audit;

import java.time.Instant;

/**
 * Whether the chain holds.
 *
 * @param entries how many entries were found to be as they were written, from the first on
 * @param head the last of them: keep it outside of the database, and hand it in the next time
 * @param fault the first place where the chain does not hold; null when it is intact
 */
public record ChainVerification(Instant verifiedAt, boolean intact, long entries, ChainHead head, ChainFault fault) {

    static ChainVerification of(WalkChain walk) {
        return new ChainVerification(
                Instant.now(),
                walk.fault().isEmpty(),
                walk.last().seq(),
                walk.last(),
                walk.fault().orElse(null));
    }
}
