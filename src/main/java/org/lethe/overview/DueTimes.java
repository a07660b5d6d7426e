package org.lethe.overview;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * When what waits on a queue is due.
 *
 * @param source BROKER: each message's own time, exact; TOO_MANY: the broker would list them all at once, and is not asked
 * @param counted in the buckets
 * @param waiting all of them
 * @param buckets from now on, of equal width; what is overdue is in the first
 */
public record DueTimes(String source, long counted, long waiting, List<Bucket> buckets) {

    /** The broker lists all of them at once, so that the size of its answer is bounded by this. */
    static final int MOST = 5_000;

    private static final int BUCKETS = 20;

    /** Messages that are due from the one time on and before the other. */
    public record Bucket(Instant from, Instant until, long messages) {}

    static DueTimes tooMany(long waiting) {
        return new DueTimes("TOO_MANY", 0, waiting, List.of());
    }

    /** @param times in any order */
    static DueTimes of(List<Instant> times, Instant now) {
        if (times.isEmpty()) {
            return new DueTimes("BROKER", 0, 0, List.of());
        }
        Instant last =
                times.stream().max(Instant::compareTo).filter(now::isBefore).orElse(now);
        long width = Duration.between(now, last).toSeconds() / BUCKETS + 1;
        long[] counts = new long[(int) (Duration.between(now, last).toSeconds() / width) + 1];
        for (Instant time : times) {
            counts[time.isBefore(now) ? 0 : (int) (Duration.between(now, time).toSeconds() / width)]++;
        }
        List<Bucket> buckets = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            buckets.add(new Bucket(now.plusSeconds(i * width), now.plusSeconds((i + 1) * width), counts[i]));
        }
        return new DueTimes("BROKER", times.size(), times.size(), buckets);
    }
}
