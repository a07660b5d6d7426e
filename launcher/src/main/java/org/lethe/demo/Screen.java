package org.lethe.demo;

import java.io.PrintStream;
import java.util.Locale;

/** What the person sees: numbered steps, facts, and bars that move where there is a terminal. One thread at a time. */
final class Screen {

    private static final int BAR = 30;
    private static final String CLEAR_LINE = "\r\u001B[2K";

    private final PrintStream out;
    private final boolean moves;
    private int step;
    private boolean barStands;

    Screen(PrintStream out, boolean moves) {
        this.out = out;
        this.moves = moves;
    }

    void title(String text) {
        out.println();
        out.println(bold(text));
    }

    void step(String text) {
        endBar();
        out.println();
        out.println(bold(++step + "  " + text));
    }

    /** A fact that was checked. */
    void fact(String text, Object... facts) {
        endBar();
        out.println("   ✓ " + text.formatted(facts));
    }

    /** What is done now, or what somebody said. */
    void note(String text, Object... facts) {
        endBar();
        out.println("     " + text.formatted(facts));
    }

    /** Shows how far something is; on a terminal in place, elsewhere only when it is done. */
    void progress(String text, long done, long of) {
        if (!moves) {
            return;
        }
        out.print(CLEAR_LINE + "     " + text + " " + bar(done, of));
        out.flush();
        barStands = true;
    }

    static String bar(long done, long of) {
        int full = of == 0 ? BAR : (int) (BAR * done / of);
        return "█".repeat(full) + "░".repeat(BAR - full) + " " + count(done) + " of " + count(of);
    }

    /** With separators of thousands. */
    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private void endBar() {
        if (barStands) {
            out.print(CLEAR_LINE);
            barStands = false;
        }
    }

    private String bold(String text) {
        return moves ? "\u001B[1m" + text + "\u001B[0m" : text;
    }
}
