package org.lethe.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.lethe.bench.load.Load;
import org.lethe.bench.load.LoadPlan;
import org.lethe.bench.load.Owners;
import org.lethe.bench.load.Tally;
import org.lethe.bench.load.Tally.Kind;

/**
 * Many people at the same time, and then far too many programs at once: whether each request is carried out or refused with
 * a time to come again, how long those take that a person waits for, and whether everybody has what they were promised.
 */
final class ManyClients {

    private static final int ACCOUNTS = 20;
    private static final double MOST_MEAN_MILLIS = 200;
    private static final Duration SETTLED_WITHIN = Duration.ofMinutes(5);

    private final Subject subject;
    private final Sizes sizes;
    private final Consumer<String> say;
    private final List<Figure> figures = new ArrayList<>();
    private final List<List<String>> times =
            new ArrayList<>(List.of(List.of("clients", "what", "answered", "mean", "median", "p95", "p99", "slowest")));
    private final StringBuilder text = new StringBuilder();

    ManyClients(Subject subject, Sizes sizes, Consumer<String> say) {
        this.subject = subject;
        this.sizes = sizes;
        this.say = say;
    }

    Section measure() throws IOException, SQLException, InterruptedException {
        List<String> accounts = Owners.make(subject.url(), subject.adminPassword(), ACCOUNTS);
        say.accept("Warm-up");
        try (Load warmUp = new Load(
                subject.url(), accounts, LoadPlan.people(100, sizes.load().dividedBy(2)))) {
            warmUp.prepare();
            warmUp.run();
        }
        people(accounts);
        rush(accounts);
        String how = Wording.of(
                "Each client has an album of its own, one of %d accounts, an API token and a connection that it keeps open."
                        + " 40 of 100 requests list photos, 35 fetch one, 15 upload one of 1 to 33 KiB, 10 delete one."
                        + " The 300 people have three photos each when they come, and pause for 1 s on average between two requests; the 2,000 programs never do,"
                        + " all begin at the same moment, and come again after Retry-After when they are refused. The"
                        + " clients run on the same processors. Before, 100 people warmed the server up for half as long.%n%n%s%n%n%s",
                ACCOUNTS, ReportFile.table(times), text);
        return new Section("Many clients at once", figures, how);
    }

    private void people(List<String> accounts) throws IOException, SQLException, InterruptedException {
        LoadPlan plan = LoadPlan.people(300, sizes.load());
        Tally tally = run("300 people", accounts, plan);
        double mean = new Samples(tally.millis(Kind.LIST, Kind.VIEW, Kind.DELETE)).mean();
        long failed = tally.faultCount() + tally.refusalMillis().size();
        figures.add(new Figure(
                "300 clients: requests that failed or were refused",
                Long.toString(failed),
                Wording.of(
                        "%,d requests in %d s", answered(tally), plan.duration().toSeconds()),
                "0",
                failed == 0));
        figures.add(new Figure(
                "300 clients: reads and deletes, mean",
                Wording.of("%.0f ms", mean),
                Wording.of(
                        "%,d requests",
                        tally.millis(Kind.LIST, Kind.VIEW, Kind.DELETE).size()),
                "under 200 ms",
                mean < MOST_MEAN_MILLIS));
    }

    private void rush(List<String> accounts) throws IOException, SQLException, InterruptedException {
        LoadPlan plan = LoadPlan.rush(2_000, sizes.load());
        Tally tally = run("2,000 programs", accounts, plan);
        figures.add(new Figure(
                "2,000 clients: neither done nor told when to come again",
                Long.toString(tally.faultCount()),
                Wording.of(
                        "%,d done, %,d refused",
                        answered(tally), tally.refusalMillis().size()),
                "0",
                tally.faultCount() == 0));
    }

    private Tally run(String who, List<String> accounts, LoadPlan plan)
            throws IOException, SQLException, InterruptedException {
        say.accept(who + " for " + plan.duration().toSeconds() + " s");
        try (Load load = new Load(subject.url(), accounts, plan)) {
            load.prepare();
            CpuUse before = CpuUse.now(subject);
            Tally tally = load.run();
            text.append(Wording.of(
                    "The machine meanwhile (%s): %s.%n",
                    who, CpuUse.now(subject).since(before)));
            say.accept(tally.toString());
            tally.faults().forEach(say);
            addTimes(who, tally);
            subject.awaitNoDeletionUnfinished(SETTLED_WITHIN);
            List<String> broken = load.brokenPromises();
            broken.stream().limit(20).forEach(say);
            figures.add(new Figure(
                    who + ": promises that were not kept",
                    Integer.toString(broken.size()),
                    "every photo that was accepted is there, every one deleted is gone",
                    "0",
                    broken.isEmpty()));
            return tally;
        }
    }

    private void addTimes(String who, Tally tally) {
        for (Kind kind : Kind.values()) {
            addTimes(who, kind.name().toLowerCase(Locale.ROOT), tally.millis(kind));
        }
        addTimes(who, "refused", tally.refusalMillis());
    }

    private void addTimes(String who, String what, List<Double> millis) {
        if (millis.isEmpty()) {
            return;
        }
        Samples samples = new Samples(millis);
        times.add(List.of(
                who,
                what,
                Wording.of("%,d", millis.size()),
                Wording.of("%.0f ms", samples.mean()),
                Wording.of("%.0f ms", samples.median()),
                Wording.of("%.0f ms", samples.percentile(0.95)),
                Wording.of("%.0f ms", samples.percentile(0.99)),
                Wording.of("%.0f ms", samples.largest())));
    }

    private static int answered(Tally tally) {
        return tally.millis(Kind.values()).size();
    }
}
