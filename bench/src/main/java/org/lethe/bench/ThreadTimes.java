package org.lethe.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Processor time of a process by kind of thread, those of the JVM itself among them (Linux: proc(5), in hundredths of a
 * second; a name has at most fifteen letters). Looking costs the process nothing.
 */
final class ThreadTimes {

    private static final double TICKS_PER_SECOND = 100;
    private static final int MOST_KINDS = 12;

    private final Path threads;
    private final Map<String, Long> before;

    private ThreadTimes(Path threads) {
        this.threads = threads;
        this.before = ticks();
    }

    static ThreadTimes of(long pid) {
        return new ThreadTimes(Path.of("/proc/" + pid + "/task"));
    }

    /** A line for each kind of thread, the busiest first. Threads that ended meanwhile are not counted. */
    String sinceThen() {
        return ticks().entrySet().stream()
                .map(kind -> Map.entry(kind.getKey(), kind.getValue() - before.getOrDefault(kind.getKey(), 0L)))
                .filter(kind -> kind.getValue() > 0)
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(MOST_KINDS)
                .map(kind -> Wording.of("%6.2f s  %s%n", kind.getValue() / TICKS_PER_SECOND, kind.getKey()))
                .collect(Collectors.joining());
    }

    private Map<String, Long> ticks() {
        Map<String, Long> ticks = new TreeMap<>();
        list().forEach(thread -> addTicks(thread, ticks));
        return ticks;
    }

    private static void addTicks(Path thread, Map<String, Long> ticks) {
        try {
            String kind = Files.readString(thread.resolve("comm")).strip().replaceAll("[#-]?\\d+.*", "");
            String stat = Files.readString(thread.resolve("stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            ticks.merge(kind, Long.parseLong(fields[11]) + Long.parseLong(fields[12]), Long::sum);
        } catch (IOException e) {
            // it has ended meanwhile
        }
    }

    private List<Path> list() {
        try (Stream<Path> all = Files.list(threads)) {
            return all.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
