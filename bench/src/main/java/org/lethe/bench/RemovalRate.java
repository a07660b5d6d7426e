package org.lethe.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Files removed in a second, from the request until the deletion is COMPLETED, against {@code rm} in the same run. */
final class RemovalRate {

    private static final double LEAST_RATIO = 0.7;

    private final Subject subject;
    private final Sizes sizes;
    private final Peers peers;
    private final Consumer<String> progress;
    private final List<Removal> product = new ArrayList<>();
    private final List<Double> rmDirectories = new ArrayList<>();
    private final List<Double> rmFiles = new ArrayList<>();

    RemovalRate(Subject subject, Sizes sizes, Peers peers, Consumer<String> progress) {
        this.subject = subject;
        this.sizes = sizes;
        this.peers = peers;
        this.progress = progress;
    }

    /** Measures the product and {@code rm} in turn, after a warm-up that is reported too. */
    Section measure() throws IOException, SQLException, InterruptedException {
        Removal cold = Removal.ofNewAlbum(subject, sizes.photos());
        progress.accept(Wording.of("just started: %.0f files/s; %s", cold.filesPerSecond(), cold.timeline()));
        for (int round = 0; round < sizes.warmUps(); round++) {
            Removal.ofNewAlbum(subject, sizes.photos());
        }
        for (int round = 0; round < sizes.rounds(); round++) {
            product.add(Removal.ofNewAlbum(subject, sizes.photos()));
            rmDirectories.add(peers.directoriesPerSecond());
            rmFiles.add(peers.filesPerSecond());
            progress.accept(Wording.of(
                    "round %d: Lethe %.0f files/s, eight rm -rf %.0f, eight rm -f %.0f; %s%n  %s",
                    round + 1,
                    product.get(round).filesPerSecond(),
                    rmDirectories.get(round),
                    rmFiles.get(round),
                    product.get(round).timeline(),
                    product.get(round).cpu()));
        }
        String profile = new Profile(subject).of(sizes.photos());
        progress.accept(profile);
        return section(cold, profile);
    }

    private Section section(Removal cold, String profile) {
        double median =
                new Samples(product.stream().map(Removal::filesPerSecond).toList()).median();
        double directories = new Samples(rmDirectories).median();
        double files = new Samples(rmFiles).median();
        Figure figure = new Figure(
                "files removed per second, everything recorded",
                Wording.of("%.2f times (%.0f files/s)", median / directories, median),
                Wording.of("eight `rm -rf` at once: %.0f files/s", directories),
                "at least 0.7 times",
                median / directories >= LEAST_RATIO);
        String text = Wording.of(
                """
                %,d photos of %,d bytes on both storages, so %,d files, written out to the disk (`sync -f`) before the \
                clock; from the request until the deletion is COMPLETED, every file verified and recorded, and its \
                directory synced. Held against eight `rm -rf` at the same time, four for each storage, each with a quarter \
                of the directories, on trees of the same layout; and, for comparison, against eight `rm -f` of the files by \
                name, which leave the directories as Lethe does (%.2f times). Neither waits for the disk.

                %s

                Right after the start, before the server's code was compiled: %.0f files/s. Between that and the first round \
                lie %d removals that were not measured: a server that runs for days has its code compiled.

                ### Where the time goes

                One more removal, watched (and slowed down by that): how many threads, on average, were at which step; how \
                many database sessions were at which statement; and seconds of processor time.

                ```
                %s
                ```
                """,
                sizes.photos(),
                Albums.BYTES_EACH,
                2 * sizes.photos(),
                median / files,
                rounds(),
                cold.filesPerSecond(),
                sizes.warmUps(),
                profile.strip());
        return new Section("Files removed per second", List.of(figure), text);
    }

    private String rounds() {
        List<List<String>> table = new ArrayList<>();
        table.add(List.of("round", "Lethe", "`rm -rf`", "`rm -f`", "the deletion", "the machine"));
        for (int n = 0; n < product.size(); n++) {
            table.add(List.of(
                    Integer.toString(n + 1),
                    Wording.of("%.0f/s", product.get(n).filesPerSecond()),
                    Wording.of("%.0f/s", rmDirectories.get(n)),
                    Wording.of("%.0f/s", rmFiles.get(n)),
                    product.get(n).timeline().toString(),
                    product.get(n).cpu().toString()));
        }
        return ReportFile.table(table);
    }
}
