package org.lethe.failure;

import java.util.UUID;

/** What a client has seen when it has seen a failure: all that people and messages change of it. */
record FailureTag(UUID id, int version) {

    static FailureTag of(Failure failure) {
        return new FailureTag(failure.id(), failure.version());
    }
}
