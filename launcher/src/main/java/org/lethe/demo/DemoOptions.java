package org.lethe.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a person wrote behind {@code ./lethe demo}.
 *
 * @param data the data directory of the Lethe that runs
 * @param url where it answers, when it is not the port that the data directory names
 * @param from pictures of that person's own; empty for drawn ones
 * @param photos how many are drawn
 */
record DemoOptions(Path data, Optional<String> url, List<Path> from, int photos) {

    private static final int MOST_PHOTOS = 10_000;
    private static final String USAGE =
            "Usage: ./lethe demo [--data DIR] [--url URL] [--from DIR] [--photos N]   (while ./lethe run runs)";

    /**
     * Reads them.
     *
     * @throws IllegalArgumentException with a message for that person
     */
    static DemoOptions of(List<String> arguments) throws IOException {
        Deque<String> rest = new ArrayDeque<>(arguments);
        DemoOptions options = new DemoOptions(Path.of(".lethe"), Optional.empty(), List.of(), 120);
        while (!rest.isEmpty()) {
            String option = rest.pop();
            String value = rest.isEmpty() ? "" : rest.pop();
            if (value.isEmpty()) {
                throw new IllegalArgumentException("The option " + option + " lacks its value.\n" + USAGE);
            }
            options = options.with(option, value);
        }
        return options;
    }

    private DemoOptions with(String option, String value) throws IOException {
        return switch (option) {
            case "--data" -> new DemoOptions(Path.of(value), url, from, photos);
            case "--url" -> new DemoOptions(data, Optional.of(value), from, photos);
            case "--from" -> new DemoOptions(data, url, pictures(Path.of(value)), photos);
            case "--photos" -> new DemoOptions(data, url, from, number(value));
            default -> throw new IllegalArgumentException("There is no option " + option + ".\n" + USAGE);
        };
    }

    private static int number(String text) {
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > MOST_PHOTOS) {
            throw new IllegalArgumentException("--photos is " + text + "; it has to be 1 to " + MOST_PHOTOS + ".");
        }
        return Integer.parseInt(text);
    }

    private static List<Path> pictures(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            throw new IllegalArgumentException("--from is " + directory + ", which is no directory.");
        }
        try (Stream<Path> files = Files.walk(directory)) {
            List<Path> pictures = files.filter(DemoOptions::isPicture).sorted().toList();
            if (pictures.isEmpty()) {
                throw new IllegalArgumentException(
                        directory + " has no .jpg, .jpeg, .png, .webp, .gif, .heic or .avif.");
            }
            return pictures;
        }
    }

    private static boolean isPicture(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.matches(".*\\.(jpe?g|png|webp|gif|heic|avif)") && Files.isRegularFile(file);
    }
}
