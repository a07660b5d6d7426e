package org.lethe.bench;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a person wrote behind {@code ./lethe bench}.
 *
 * @param work where data and trees of files are put, on the file system that is to be measured; empty: in the project
 */
record BenchOptions(Set<Measurement> measurements, boolean quick, Optional<Path> work) {

    static final String USAGE = """
            Usage: ./lethe bench [--only answer,rate,backlog,overtake] [--chunks] [--quick] [--work DIR]

              --only LIST   these alone: answer (a), rate (b), backlog (c), overtake (d)
              --chunks      compares sizes of chunks; takes long, and is not among the others
              --quick       small numbers: whether it works, not how fast it is; docs/ stays as it is
              --work DIR    where files are written and removed; it decides which disk is measured""";

    /** What can be measured; the letters are those of the report. */
    enum Measurement {
        ANSWER('a'),
        RATE('b'),
        BACKLOG('c'),
        OVERTAKE('d'),
        CHUNKS('e');

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
        while (!rest.isEmpty()) {
            String option = rest.pop();
            switch (option) {
                case "--only" -> chosen.addAll(measurements(value(option, rest)));
                case "--chunks" -> chosen.add(Measurement.CHUNKS);
                case "--quick" -> quick = true;
                case "--work" -> work = Optional.of(Path.of(value(option, rest)));
                default -> throw new IllegalArgumentException("There is no option " + option);
            }
        }
        return new BenchOptions(
                chosen.isEmpty() ? EnumSet.complementOf(EnumSet.of(Measurement.CHUNKS)) : chosen, quick, work);
    }

    boolean wants(Measurement measurement) {
        return measurements.contains(measurement);
    }

    private static List<Measurement> measurements(String names) {
        List<Measurement> found = new ArrayList<>();
        for (String name : names.split(",")) {
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
