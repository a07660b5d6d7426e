package org.lethe.bench;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.lethe.bench.BenchOptions.Measurement;
import org.lethe.launcher.StartFailedException;

/**
 * {@code ./lethe bench}: starts a Lethe of its own, measures it, prints what must hold as a table and writes it to
 * {@code docs/benchmarks.md}. Exit codes: 0 when all that was measured holds, 1 when something does not, 2 for options
 * that do not exist.
 */
public final class Bench {

    private final BenchOptions options;
    private final Sizes sizes;
    private final Path work;
    private final ReportFile report;
    private final List<Figure> figures = new ArrayList<>();

    private Bench(BenchOptions options, Path project) throws IOException {
        this.options = options;
        this.sizes = options.quick() ? Sizes.QUICK : Sizes.FULL;
        this.work = Files.createTempDirectory(
                Files.createDirectories(options.work().orElse(project.resolve("bench/target"))), "work");
        this.report = ReportFile.at(
                project.resolve(options.isTrial() ? "bench/target/benchmarks-trial.md" : "docs/benchmarks.md"));
    }

    /** Measures; takes about a quarter of an hour when nothing is left out. */
    public static void main(String[] arguments) throws Exception {
        try {
            Bench bench = new Bench(BenchOptions.of(List.of(arguments)), project());
            bench.measure();
            System.out.println("\n" + bench.table() + "\n\nThe report: " + bench.report.file());
            System.exit(bench.figures.stream().allMatch(Figure::holds) ? 0 : 1);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + ".\n" + BenchOptions.USAGE);
            System.exit(2);
        } catch (StartFailedException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private void measure() throws IOException, SQLException, InterruptedException {
        try {
            measureRemovals();
            if (options.wants(Measurement.ANSWER)) {
                say("Answer to a delete");
                try (Subject subject = Subject.start(work.resolve("answer"), withRestoreWindow())) {
                    add(new AnswerTime(subject, sizes).measure());
                    add(new LongList(subject).measure());
                }
            }
            if (options.wants(Measurement.UPLOAD)) {
                say("Uploads");
                try (Subject subject = Subject.start(work.resolve("upload"), options.settings())) {
                    add(new UploadRate(subject, work, options.quick(), Bench::say).measure());
                }
            }
            if (options.wants(Measurement.LOAD)) {
                say("Many clients at once");
                try (Subject subject = Subject.start(work.resolve("load"), options.settings())) {
                    add(new ManyClients(subject, sizes, Bench::say).measure());
                }
            }
            if (options.wants(Measurement.CHUNKS)) {
                say("Sizes of chunks");
                add(new ChunkSizes(work.resolve("chunks"), options.settings(), sizes, Bench::say).measure());
            }
        } finally {
            delete(work);
        }
    }

    private void measureRemovals() throws IOException, SQLException, InterruptedException {
        if (!options.wants(Measurement.RATE)
                && !options.wants(Measurement.BACKLOG)
                && !options.wants(Measurement.OVERTAKE)) {
            return;
        }
        try (Subject subject = Subject.start(work.resolve("removal"), options.settings())) {
            if (options.wants(Measurement.RATE)) {
                say("Files removed per second");
                add(new RemovalRate(subject, sizes, new Peers(work, sizes.photos()), Bench::say).measure());
            }
            if (options.wants(Measurement.BACKLOG)) {
                say("A large backlog with little memory");
                add(new Backlog(subject, sizes.large(), Bench::say).measure());
            }
            if (options.wants(Measurement.OVERTAKE)) {
                say("A small deletion beside a large one");
                add(new Overtaking(subject, sizes.large(), Bench::say).measure());
            }
        }
    }

    private Map<String, String> withRestoreWindow() {
        Map<String, String> settings = new HashMap<>(options.settings());
        settings.put("LETHE_DELETION_RESTORE_WINDOW", "PT1H");
        return settings;
    }

    private void add(Section section) throws IOException, InterruptedException {
        figures.addAll(section.figures());
        report.put(new Section(
                section.heading(), section.figures(), section.text().strip() + "\n\n" + Machine.describe(work)));
    }

    private String table() {
        List<List<String>> rows = new ArrayList<>(List.of(Figure.COLUMNS));
        figures.forEach(figure -> rows.add(figure.cells()));
        return ReportFile.table(rows);
    }

    private static void say(String line) {
        System.out.println(line);
    }

    private static Path project() throws URISyntaxException {
        Path jar = Path.of(
                Bench.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        return jar.getParent().getParent().getParent();
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
