package org.lethe.bench;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a person wrote behind {@code ./lethe bench}.
 *
 * @param settings of the server, as variables of its environment
 * @param work where data and trees of files are put, on the file system that is to be measured; empty: in the project
 */
record BenchOptions(Set<Measurement> measurements, boolean quick, Optional<Path> work, Map<String, String> settings) {

    static final String USAGE = """
            Usage: ./lethe bench [--only answer,rate,backlog,overtake,upload,load] [--chunks] [--quick] [--work DIR] [--set NAME=VALUE]

              --only LIST   these alone: answer (a), rate (b), backlog (c), overtake (d), upload (u), load (f)
              --chunks      compares sizes of chunks; takes long, and is not among the others
              --quick       small numbers: whether it works, not how fast it is; docs/ stays as it is
              --work DIR    where files are written and removed; it decides which disk is measured
              --set N=V     a setting of the server, such as LETHE_REMOVAL_PAGE_SIZE=5000; docs/ stays as it is""";

    /** What can be measured; the letters are those of the report. */
    enum Measurement {
        ANSWER('a'),
        RATE('b'),
        BACKLOG('c'),
        OVERTAKE('d'),
        CHUNKS('e'),
        UPLOAD('u'),
        LOAD('f');

        private final char letter;

        Measurement(char letter) {
            this.letter = letter;
        }

        private boolean isCalled(String name) {
            return name.equalsIgnoreCase(name()) || name.equals(String.valueOf(letter));
        }
    }

    /**
     * Reads them.
     *
     * @throws IllegalArgumentException with a message for that person when there is no such option or value
     */
    static BenchOptions of(List<String> arguments) {
        Deque<String> rest = new ArrayDeque<>(arguments);
        EnumSet<Measurement> chosen = EnumSet.noneOf(Measurement.class);
        boolean quick = false;
        Optional<Path> work = Optional.empty();
        Map<String, String> settings = new HashMap<>();
        while (!rest.isEmpty()) {
            String option = rest.pop();
            switch (option) {
                case "--only" -> chosen.addAll(measurements(value(option, rest)));
                case "--chunks" -> chosen.add(Measurement.CHUNKS);
                case "--quick" -> quick = true;
                case "--work" -> work = Optional.of(Path.of(value(option, rest)));
                case "--set" -> addSetting(value(option, rest), settings);
                default -> throw new IllegalArgumentException("There is no option " + option);
            }
        }
        return new BenchOptions(
                chosen.isEmpty() ? EnumSet.complementOf(EnumSet.of(Measurement.CHUNKS)) : chosen,
                quick,
                work,
                settings);
    }

    boolean wants(Measurement measurement) {
        return measurements.contains(measurement);
    }

    /** Whether the figures are not those of the product as it is, and so have no place in its documentation. */
    boolean isTrial() {
        return quick || !settings.isEmpty();
    }

    private static void addSetting(String text, Map<String, String> settings) {
        int equals = text.indexOf('=');
        if (equals < 1) {
            throw new IllegalArgumentException("--set is " + text + "; it has to be NAME=VALUE");
        }
        settings.put(text.substring(0, equals), text.substring(equals + 1));
    }

    private static List<Measurement> measurements(String names) {
        List<Measurement> found = new ArrayList<>();
        for (String name : names.split(",", -1)) {
            found.add(Arrays.stream(Measurement.values())
                    .filter(measurement -> measurement.isCalled(name.strip()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("There is no measurement " + name)));
        }
        return found;
    }

    private static String value(String option, Deque<String> rest) {
        if (rest.isEmpty()) {
            throw new IllegalArgumentException("The option " + option + " lacks its value");
        }
        return rest.pop();
    }
}
