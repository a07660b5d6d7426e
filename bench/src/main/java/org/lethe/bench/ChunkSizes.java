package org.lethe.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The removal rate for several sizes of chunks. Sizes take turns, each time with a server that was just started. */
final class ChunkSizes {

    private static final int PAGE = 1000;

    private final Path data;
    private final Map<String, String> settings;
    private final Sizes sizes;
    private final Consumer<String> progress;
    private final Map<Integer, List<Removal>> removals = new LinkedHashMap<>();

    ChunkSizes(Path data, Map<String, String> settings, Sizes sizes, Consumer<String> progress) {
        this.data = data;
        this.settings = settings;
        this.sizes = sizes;
        this.progress = progress;
    }

    Section measure() throws IOException, SQLException, InterruptedException {
        for (int round = 0; round < sizes.rounds(); round++) {
            for (int chunk : sizes.chunks()) {
                Removal removal = measured(chunk);
                removals.computeIfAbsent(chunk, none -> new ArrayList<>()).add(removal);
                progress.accept(
                        Wording.of("chunk %d: %.0f files/s; %s", chunk, removal.filesPerSecond(), removal.timeline()));
            }
        }
        return new Section("Sizes of chunks", List.of(), text());
    }

    /** A page is never smaller than a chunk: else the page would be what is measured. */
    private Removal measured(int chunk) throws SQLException, IOException, InterruptedException {
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("LETHE_REMOVAL_CHUNK_SIZE", Integer.toString(chunk));
        environment.put("LETHE_REMOVAL_PAGE_SIZE", Integer.toString(Math.max(chunk, PAGE)));
        try (Subject subject = Subject.start(data, environment)) {
            Removal.ofNewAlbum(subject, sizes.photos() / 2);
            Removal.ofNewAlbum(subject, sizes.photos() / 2);
            return Removal.ofNewAlbum(subject, sizes.photos());
        }
    }

    private String text() {
        List<List<String>> table = new ArrayList<>();
        table.add(List.of("files in a chunk", "files/s, median", "single rounds", "processor time a file"));
        removals.forEach((chunk, rounds) -> table.add(List.of(
                Integer.toString(chunk),
                Wording.of("%.0f", median(rounds)),
                String.join(
                        ", ",
                        rounds.stream()
                                .map(one -> Wording.of("%.0f", one.filesPerSecond()))
                                .toList()),
                Wording.of(
                        "%.2f ms",
                        new Samples(rounds.stream()
                                        .map(Removal::processorMillisPerFile)
                                        .toList())
                                .median()))));
        return Wording.of("""
                %,d photos on both storages for each; the sizes took turns, each time with a server that was just started \
                and warmed up with as many photos.

                %s

                A larger chunk costs fewer transactions, which are five forced writes each. What it costs: a storage that \
                does not answer has more files tried again, more work is done twice after a crash, and a small deletion \
                waits longer for the chunks that are under way.
                """, sizes.photos(), ReportFile.table(table));
    }

    private static double median(List<Removal> rounds) {
        return new Samples(rounds.stream().map(Removal::filesPerSecond).toList()).median();
    }
}
