package org.lethe.launcher;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Starts a command in a session of its own, so that a Ctrl-C in the terminal reaches the launcher only, which then
 * stops the others in their order.
 */
final class OwnSession {
    private OwnSession() {}

    /** What to put before a command; it keeps its process id. */
    static List<String> command() {
        if (isOnPath("setsid")) {
            return List.of("setsid");
        }
        if (isOnPath("perl")) { // macOS has this one
            return List.of("perl", "-e", "use POSIX; POSIX::setsid(); exec @ARGV or die $!");
        }
        throw new StartFailedException("Neither setsid (package util-linux) nor perl is on the PATH");
    }

    private static boolean isOnPath(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
    }
}
