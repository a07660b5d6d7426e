package org.lethe.launcher;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** What a person wrote behind {@code ./lethe run}. */
record RunOptions(int port, Path data, String heap) {
    private static final RunOptions DEFAULTS = new RunOptions(8080, Path.of(".lethe"), "1g");

    /**
     * Reads them.
     *
     * @throws IllegalArgumentException with a message for that person when there is no such option or value
     */
    static RunOptions of(List<String> arguments) {
        Deque<String> rest = new ArrayDeque<>(arguments);
        RunOptions options = DEFAULTS;
        while (!rest.isEmpty()) {
            String option = rest.pop();
            options = switch (option) {
                case "--port" -> new RunOptions(port(value(option, rest)), options.data, options.heap);
                case "--data" -> new RunOptions(options.port, Path.of(value(option, rest)), options.heap);
                case "--heap" -> new RunOptions(options.port, options.data, heap(value(option, rest)));
                default -> throw new IllegalArgumentException("There is no option " + option);
            };
        }
        return options;
    }

    private static String value(String option, Deque<String> rest) {
        if (rest.isEmpty()) {
            throw new IllegalArgumentException("The option " + option + " lacks its value");
        }
        return rest.pop();
    }

    private static int port(String text) {
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > 65_535) {
            throw new IllegalArgumentException("--port is " + text + "; it has to be a number from 1 to 65535");
        }
        return Integer.parseInt(text);
    }

    private static String heap(String text) {
        return new JvmSettings(text, List.of()).heap();
    }
}
