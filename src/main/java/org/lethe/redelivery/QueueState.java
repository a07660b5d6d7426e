package org.lethe.redelivery;

import java.time.Instant;
import java.util.Optional;

/**
 * Where a queue stands between what is stored and what the broker has.
 *
 * @param version the present one
 * @param confirmedVersion the last one that the broker was seen to have, all of it
 * @param held whether it is held back, whatever the policy says
 * @param confirmedHeld whether the broker was seen to hold it back
 * @param confirmedAt when it was first seen to
 * @param driftSince since when the broker has had something that nobody has stored
 */
record QueueState(
        int version,
        int confirmedVersion,
        boolean held,
        boolean confirmedHeld,
        Instant confirmedAt,
        Optional<Instant> driftSince) {

    /** Whether the broker was seen to have the present version: what it has now and is not that, somebody changed there. */
    boolean isConfirmed() {
        return version == confirmedVersion && isHoldConfirmed();
    }

    /** Whether the broker was told to hold the queue back, or to let it go, as is stored. */
    boolean isHoldConfirmed() {
        return held == confirmedHeld;
    }

    boolean isDrifted() {
        return driftSince.isPresent();
    }
}
