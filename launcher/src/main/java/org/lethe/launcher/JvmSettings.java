package org.lethe.launcher;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How a JVM is started that is not this one.
 *
 * @param heap the most memory for objects, as in {@code -Xmx}
 * @param options further options, in their order
 */
record JvmSettings(String heap, List<String> options) {
    JvmSettings {
        if (!heap.matches("[1-9]\\d*[kKmMgG]")) {
            throw new IllegalArgumentException("\"" + heap + "\" is not a size of memory; write 512m or 2g");
        }
        options = List.copyOf(options);
    }

    /** The same Java as this one's, with a property first by which the process is known. */
    List<String> command(String property, Path directory) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-D" + property + '=' + directory);
        command.addAll(List.of("-Xmx" + heap, "-XX:+ExitOnOutOfMemoryError", "-Dfile.encoding=UTF-8"));
        if (Runtime.version().feature() >= 24) { // without these it warns of what Netty has always done
            command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
        }
        command.addAll(options);
        return command;
    }
}
