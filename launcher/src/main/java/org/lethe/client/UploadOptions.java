package org.lethe.client;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * What a person wrote behind {@code ./lethe upload}.
 *
 * @param directory what to upload, with everything below it
 * @param album its name or id; it is made when there is none of that name
 * @param parallel how many files go at the same time
 */
record UploadOptions(Path directory, String album, int parallel, Access access) {

    private static final int MOST = 32;
    private static final String USAGE =
            "Usage: ./lethe upload DIR --album NAME [--parallel N] " + Access.OPTIONS + "   (or LETHE_TOKEN)";

    /**
     * Reads them.
     *
     * @throws IllegalArgumentException with a message for that person
     */
    static UploadOptions of(List<String> arguments) {
        Deque<String> rest = new ArrayDeque<>(arguments);
        Optional<Path> directory = Optional.empty();
        String album = "";
        int parallel = 4;
        Access access = Access.HERE;
        while (!rest.isEmpty()) {
            String option = rest.pop();
            if (!option.startsWith("--")) {
                directory = Optional.of(Path.of(option));
                continue;
            }
            String value = value(option, rest);
            switch (option) {
                case "--album" -> album = value;
                case "--parallel" -> parallel = number(value);
                default -> access = access.with(option, value).orElseThrow(() -> wrong("There is no option " + option));
            }
        }
        if (directory.isEmpty() || album.isBlank()) {
            throw wrong("It needs a directory and an album");
        }
        if (!Files.isDirectory(directory.get())) {
            throw wrong(directory.get() + " is no directory");
        }
        return new UploadOptions(directory.get(), album, parallel, access);
    }

    private static String value(String option, Deque<String> rest) {
        if (rest.isEmpty()) {
            throw wrong("The option " + option + " lacks its value");
        }
        return rest.pop();
    }

    private static int number(String text) {
        if (!text.matches("\\d{1,2}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > MOST) {
            throw wrong("--parallel is " + text + "; it has to be 1 to " + MOST);
        }
        return Integer.parseInt(text);
    }

    private static IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException(what + ".\n" + USAGE);
    }
}
