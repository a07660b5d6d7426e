package org.lethe.redrive;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How fast a redrive may go: how many items now, and when no more. Computes only, by the times that it is told; immutable.
 *
 * @param ratePerSecond items, 1 to 1,000
 * @param ramp how many go in its first steps; each step goes when it is known what became of all before it
 * @param stopAtFailureRatio 0 to 1: no more go when a greater share of a run has failed again
 */
record Pace(int ratePerSecond, List<Integer> ramp, double stopAtFailureRatio) {

    /** Of what the rate has allowed and nobody used, this much may be caught up; what is longer ago is lost. */
    static final Duration CATCHES_UP = Duration.ofSeconds(2);

    private static final double NANOS_PER_SECOND = 1e9;

    Pace {
        ramp = List.copyOf(ramp);
    }

    /** Whether too many have failed again to send any more. */
    boolean isTooBad(RunCounts run) {
        return run.failureRatio() > stopAtFailureRatio;
    }

    /** The step of the ramp that the run is at; empty once it is beyond the ramp. */
    Optional<RampStep> step(RunCounts run) {
        long begin = 0;
        for (int i = 0; i < ramp.size(); i++) {
            long end = begin + ramp.get(i);
            if (run.sent() < end || (run.sent() == end && !run.isSettled())) {
                return Optional.of(new RampStep(i + 1, ramp.size(), ramp.get(i), run.sent() - begin));
            }
            begin = end;
        }
        return Optional.empty();
    }

    /**
     * How many items may go now.
     *
     * @param nextAt when the rate lets the next one go: at first any time that is over, then what {@link #next} said
     */
    int mayGo(RunCounts run, Instant nextAt, Instant now) {
        if (isTooBad(run) || nextAt.isAfter(now)) {
            return 0;
        }
        long unused = Duration.between(begin(nextAt, now), now).toNanos();
        long byRate = 1 + (long) (unused / NANOS_PER_SECOND * ratePerSecond);
        long byStep = step(run).map(RampStep::left).orElse(Long.MAX_VALUE);
        return (int) Math.min(byRate, byStep);
    }

    /** When the rate lets the next item go, after so many went now. */
    Instant next(Instant nextAt, Instant now, int went) {
        return begin(nextAt, now).plusNanos((long) (went * NANOS_PER_SECOND / ratePerSecond));
    }

    /** How long so many items take at the rate, in whole seconds; longer where they wait for something else. */
    long secondsFor(long items) {
        return (items + ratePerSecond - 1) / ratePerSecond;
    }

    private static Instant begin(Instant nextAt, Instant now) {
        Instant earliest = now.minus(CATCHES_UP);
        return nextAt.isBefore(earliest) ? earliest : nextAt;
    }
}
