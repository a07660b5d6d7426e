package org.lethe.redelivery;

import java.time.Instant;
import java.util.Optional;

/**
 * Where a queue stands between what is stored and what the broker has.
 *
 * @param version the present one
 * @param confirmedVersion the last one that the broker was seen to have, all of it
 * @param confirmedAt when it was first seen to
 * @param driftSince since when the broker has had something that nobody has stored
 */
record QueueState(int version, int confirmedVersion, Instant confirmedAt, Optional<Instant> driftSince) {

    /** Whether the broker was seen to have the present version: what it has now and is not that, somebody changed there. */
    boolean isConfirmed() {
        return version == confirmedVersion;
    }

    boolean isDrifted() {
        return driftSince.isPresent();
    }
}
