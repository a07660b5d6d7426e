package org.lethe.recovery;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Remembers which branches of one resource have been forgotten, and since when. Decides; changes nothing. Not for use by
 * many threads.
 */
final class ForgottenBranches {
    private final Duration patience;
    private final Map<PreparedBranch, Instant> since = new HashMap<>();

    /** @param patience how long a branch must have been prepared and forgotten before it is named */
    ForgottenBranches(Duration patience) {
        this.patience = patience;
    }

    /**
     * Takes what one scan found; to be called for each scan that came to its end, in order.
     *
     * @param prepared what the resource held prepared
     * @param isForgotten by the transaction service, which must have been asked after the scan
     * @return those that were prepared and forgotten in an earlier scan too, at least the patience ago, each with the time
     *     since; again each time for as long as they stay
     */
    Map<PreparedBranch, Duration> among(
            List<PreparedBranch> prepared, Predicate<PreparedBranch> isForgotten, Instant now) {
        List<PreparedBranch> forgotten = prepared.stream().filter(isForgotten).toList();
        since.keySet().retainAll(forgotten);
        Map<PreparedBranch, Duration> due = new HashMap<>();
        for (PreparedBranch branch : forgotten) {
            Instant first = since.putIfAbsent(branch, now);
            if (first != null && !now.isBefore(first.plus(patience))) {
                due.put(branch, Duration.between(first, now));
            }
        }
        return due;
    }
}
