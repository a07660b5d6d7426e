package org.lethe.media;

import java.util.regex.Pattern;

/** Texts that a stranger wrote into a file, made fit to be kept and shown. */
final class Wording {

    static final int MOST = 100;

    /** Control, format, private and unassigned characters, and halves of pairs. */
    private static final Pattern UNFIT = Pattern.compile("[\\p{C}\\uFFFD]+");

    private Wording() {}

    /** Without what cannot be shown, at most {@value #MOST} characters; null when nothing is left. */
    static String of(String raw) {
        if (raw == null) {
            return null;
        }
        String start = raw.substring(0, Math.min(raw.length(), 10 * MOST));
        String fit = UNFIT.matcher(start).replaceAll(" ").strip();
        String bounded = fit.codePoints()
                .limit(MOST)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
        return bounded.isEmpty() ? null : bounded;
    }
}
