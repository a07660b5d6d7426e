package org.lethe.it;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * What a test knows beyond what can be seen.
 *
 * @param accepted deletions to which the answer was 2xx
 * @param live albums whose deletion was definitely refused
 * @param unchanged owners whose photos nobody may have touched
 * @param maxAttempts of the broker, until somebody sets a queue to another number
 * @param crashes of workers and of the broker
 * @param uploadLimit how old an unfinished upload may be
 */
record Expectations(
        List<UUID> accepted,
        List<UUID> live,
        List<OwnerSnapshot> unchanged,
        int maxAttempts,
        int crashes,
        Duration uploadLimit) {
    static final Expectations NONE = new Expectations(List.of(), List.of(), List.of(), 6, 0, Duration.ofHours(1));

    Expectations withAccepted(List<UUID> ids) {
        return new Expectations(ids, live, unchanged, maxAttempts, crashes, uploadLimit);
    }

    Expectations withLive(List<UUID> ids) {
        return new Expectations(accepted, ids, unchanged, maxAttempts, crashes, uploadLimit);
    }

    Expectations withUnchanged(List<OwnerSnapshot> snapshots) {
        return new Expectations(accepted, live, snapshots, maxAttempts, crashes, uploadLimit);
    }

    Expectations withMaxAttempts(int attempts) {
        return new Expectations(accepted, live, unchanged, attempts, crashes, uploadLimit);
    }

    Expectations withCrashes(int number) {
        return new Expectations(accepted, live, unchanged, maxAttempts, number, uploadLimit);
    }

    Expectations withUploadLimit(Duration limit) {
        return new Expectations(accepted, live, unchanged, maxAttempts, crashes, limit);
    }
}
