package org.lethe.breaker;

import java.time.Instant;
import java.util.Optional;

/**
 * A breaker as it stands in the database.
 *
 * @param set the limits that somebody has set; empty where the node's settings count
 * @param limitsVersion how often somebody has
 * @param now by the database's clock, when it was read
 */
record StoredBreaker(Breaker breaker, Optional<BreakerLimits> set, int limitsVersion, Instant now) {

    BreakerLimits limits(BreakerLimits otherwise) {
        return set.orElse(otherwise);
    }
}
