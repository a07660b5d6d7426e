package org.lethe.client;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.LongFunction;

/** What the person sees: numbered steps, facts, and bars that move where there is a terminal. One thread at a time. */
public final class Screen {

    private static final int BAR = 30;
    private static final long PLAIN_PAUSE_NANOS = 10_000_000_000L;
    private static final String CLEAR_LINE = "\r\u001B[2K";

    private final PrintStream out;
    private final boolean moves;
    private int step;
    private long lastLine = System.nanoTime();
    private boolean barStands;

    /** @param moves whether it is a terminal, on which a line can be written over */
    public Screen(PrintStream out, boolean moves) {
        this.out = out;
        this.moves = moves;
    }

    public void title(String text) {
        out.println();
        out.println(bold(text));
    }

    public void step(String text) {
        endBar();
        out.println();
        out.println(bold(++step + "  " + text));
    }

    /** A fact that was checked. */
    public void fact(String text, Object... facts) {
        endBar();
        out.println("   ✓ " + text.formatted(facts));
    }

    /** What is done now, or what somebody said. */
    public void note(String text, Object... facts) {
        endBar();
        out.println("     " + text.formatted(facts));
    }

    /** Something that is not as it should be. */
    void problem(String text, Object... facts) {
        endBar();
        out.println("   ✗ " + text.formatted(facts));
    }

    /** A question; the answer is written behind it. */
    void ask(String question) {
        endBar();
        out.print("     " + question);
        out.flush();
    }

    /** Shows how far something is, counted. */
    public void progress(String text, long done, long of) {
        progress(text, done, of, Screen::count);
    }

    /** Shows how far something is: on a terminal in place, elsewhere in a line now and then. */
    void progress(String text, long done, long of, LongFunction<String> shown) {
        String far = shown.apply(done) + " of " + shown.apply(of);
        if (moves) {
            out.print(CLEAR_LINE + "     " + text + " " + blocks(done, of) + " " + far);
            out.flush();
            barStands = true;
        } else if (System.nanoTime() - lastLine > PLAIN_PAUSE_NANOS) {
            lastLine = System.nanoTime();
            out.println("     " + text + ", " + far);
        }
    }

    /** A bar with its figures. */
    public static String bar(long done, long of) {
        return blocks(done, of) + " " + count(done) + " of " + count(of);
    }

    private static String blocks(long done, long of) {
        int full = of == 0 ? BAR : (int) (BAR * done / of);
        return "█".repeat(full) + "░".repeat(BAR - full);
    }

    /** A number of bytes as people say it. */
    static String bytes(long number) {
        if (number < 1000) {
            return number + " bytes";
        }
        double rest = number;
        int unit = -1;
        while (rest >= 999.95) {
            rest /= 1000;
            unit++;
        }
        return String.format(Locale.ROOT, "%.1f %sB", rest, "kMGTPE".charAt(unit));
    }

    /** With separators of thousands. */
    public static String count(long number) {
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
