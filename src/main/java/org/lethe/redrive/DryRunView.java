package org.lethe.redrive;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.lethe.failure.MatchingGroup;

/**
 * What a redrive would send.
 *
 * @param files of all of them
 * @param secondsLeft how long it takes at the rate, at least
 * @param groups the largest
 * @param sample those that would go first
 */
public record DryRunView(
        long failures, long files, long secondsLeft, List<MatchingGroup> groups, List<SampleFailure> sample) {

    static final int MOST_GROUPS = 100;

    /** A failure that would be sent; storage is null when it is not about one. */
    public record SampleFailure(
            UUID id,
            UUID deletionId,
            String storage,
            String cause,
            String error,
            int files,
            int times,
            Instant lastAt) {}
}
