package org.lethe.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.lethe.client.NothingRuns;
import org.lethe.client.Screen;
import org.lethe.demo.Story.NotAsPromised;

/**
 * Runs the demonstration once. Exit codes: 0 when everything that it showed was so, 1 when something was not, 2 for
 * options that do not exist or when nothing runs that could be shown.
 */
public final class Demo {

    /** Set by the script, which can tell; {@code System.console()} means something else from release to release. */
    private static final String TERMINAL = "lethe.terminal";

    private Demo() {}

    /** Runs the demonstration. */
    public static void main(String[] arguments) throws InterruptedException {
        System.setProperty("java.awt.headless", "true");
        try {
            DemoOptions options = DemoOptions.of(List.of(arguments));
            RunningLethe lethe = RunningLethe.in(options.data(), options.url());
            tell(lethe, options);
        } catch (IllegalArgumentException | NothingRuns e) {
            fail(2, e.getMessage());
        } catch (NotAsPromised e) {
            fail(1, "Not as promised: " + e.getMessage());
        } catch (IOException e) {
            fail(1, "The demonstration ended early: " + e.getMessage());
        }
    }

    private static void tell(RunningLethe lethe, DemoOptions options) throws IOException, InterruptedException {
        List<Path> own = options.from();
        try (Album pictures = own.isEmpty() ? Album.drawn(options.photos()) : Album.of(own)) {
            new Story(lethe, pictures, new Screen(System.out, Boolean.getBoolean(TERMINAL))).tell();
        }
    }

    private static void fail(int code, String message) {
        System.err.println(message);
        System.exit(code);
    }
}
