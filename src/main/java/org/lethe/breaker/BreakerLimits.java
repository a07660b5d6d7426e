package org.lethe.breaker;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.lethe.problem.FieldError;
import org.lethe.problem.FieldRule;
import org.lethe.settings.BreakerSettings;

/**
 * When a breaker opens by itself, and how it is found out that its storage is well again.
 *
 * @param errors so many in a row, on one node, open it; 0: it never opens by itself
 * @param windowMillis within which they must come
 * @param probeIntervalMillis from when it opened to the first probe, and after each that succeeds; after each that fails
 *     it is twice as long
 * @param longestProbeIntervalMillis at most so long
 * @param successes probes in a row that must succeed before work is tried
 */
public record BreakerLimits(
        int errors, long windowMillis, long probeIntervalMillis, long longestProbeIntervalMillis, int successes) {

    private static final int MOST_ERRORS = 1000;
    private static final int MOST_SUCCESSES = 100;
    private static final long SHORTEST_INTERVAL = 100;
    private static final long SECOND = 1000;
    private static final long HOUR = 3_600_000;
    private static final int MOST_DOUBLINGS = 30;

    static BreakerLimits of(BreakerSettings settings) {
        return new BreakerLimits(
                settings.errors(),
                settings.window().toMillis(),
                settings.probeInterval().toMillis(),
                settings.longestProbeInterval().toMillis(),
                settings.successes());
    }

    /** What of them cannot be set; the bounds are those of the settings {@code lethe.breaker.*}. */
    List<FieldError> faults(String prefix) {
        List<FieldError> faults = new ArrayList<>();
        require(prefix + "errors", errors, 0, MOST_ERRORS, faults);
        require(prefix + "windowMillis", windowMillis, SECOND, HOUR, faults);
        require(prefix + "probeIntervalMillis", probeIntervalMillis, SHORTEST_INTERVAL, HOUR / 6, faults);
        require(prefix + "longestProbeIntervalMillis", longestProbeIntervalMillis, SHORTEST_INTERVAL, HOUR, faults);
        require(prefix + "successes", successes, 1, MOST_SUCCESSES, faults);
        if (longestProbeIntervalMillis < probeIntervalMillis) {
            faults.add(new FieldError(
                    prefix + "longestProbeIntervalMillis",
                    "must not be less than probeIntervalMillis",
                    FieldRule.range(Math.max(SHORTEST_INTERVAL, Math.min(probeIntervalMillis, HOUR)), HOUR)));
        }
        return faults;
    }

    private static void require(String field, long value, long least, long most, List<FieldError> faults) {
        if (value < least || value > most) {
            faults.add(new FieldError(field, "must be from " + least + " to " + most, FieldRule.range(least, most)));
        }
    }

    /** By their names in JSON. */
    Map<String, Long> asMap() {
        Map<String, Long> all = new LinkedHashMap<>();
        all.put("errors", (long) errors);
        all.put("windowMillis", windowMillis);
        all.put("probeIntervalMillis", probeIntervalMillis);
        all.put("longestProbeIntervalMillis", longestProbeIntervalMillis);
        all.put("successes", (long) successes);
        return all;
    }

    Duration window() {
        return Duration.ofMillis(windowMillis);
    }

    /**
     * These, but that it opens before one message alone could use up its attempts.
     *
     * @param attempts that a message has; empty when they never end
     */
    BreakerLimits openingWithin(OptionalInt attempts) {
        if (attempts.isEmpty() || errors < attempts.getAsInt()) {
            return this;
        }
        return new BreakerLimits(
                Math.max(1, attempts.getAsInt() - 1),
                windowMillis,
                probeIntervalMillis,
                longestProbeIntervalMillis,
                successes);
    }

    /** How long until the next probe after so many in a row have failed. */
    Duration untilProbe(int failed) {
        long doublings = 1L << Math.min(failed, MOST_DOUBLINGS);
        return Duration.ofMillis(Math.min(probeIntervalMillis * doublings, longestProbeIntervalMillis));
    }
}
