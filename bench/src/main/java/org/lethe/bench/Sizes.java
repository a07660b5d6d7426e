package org.lethe.bench;

import java.time.Duration;
import java.util.List;

/**
 * How much is measured.
 *
 * @param large photos of a large album, in the answer times, the backlog and the overtaking
 * @param photos photos of one round of the removal rate
 * @param warmUps rounds of it before the first that counts
 * @param answers answer times taken of each kind of album
 * @param load how long many clients are at it
 */
record Sizes(int large, int photos, int warmUps, int rounds, int answers, List<Integer> chunks, Duration load) {

    static final int SMALL = 10;

    static final Sizes FULL =
            new Sizes(100_000, 20_000, 8, 3, 200, List.of(100, 250, 500, 1000, 2000), Duration.ofMinutes(2));
    static final Sizes QUICK = new Sizes(10_000, 2_000, 1, 1, 30, List.of(100, 500), Duration.ofSeconds(20));
}
