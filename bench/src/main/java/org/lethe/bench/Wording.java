package org.lethe.bench;

import java.time.Duration;
import java.util.Locale;

/** Figures in words: the same on every machine, whatever its language. */
final class Wording {

    private Wording() {}

    static String of(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
