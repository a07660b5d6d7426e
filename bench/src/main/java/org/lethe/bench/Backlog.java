package org.lethe.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** One large deletion with little memory: whether its end is as fast as its beginning. */
final class Backlog {

    private static final double LEAST_RATIO = 0.8;
    private static final String FIFTHS = """
            select sum(files) / nullif(extract(epoch from max(settled_at) - min(settled_at)), 0)
            from (select settled_at, files, ntile(5) over (order by settled_at) as fifth from file_removal
                  where deletion_id = (select deletion_id from album where id = ?)) r
            group by fifth order by fifth
            """;

    private final Subject subject;
    private final int photos;
    private final Consumer<String> progress;

    Backlog(Subject subject, int photos, Consumer<String> progress) {
        this.subject = subject;
        this.photos = photos;
        this.progress = progress;
    }

    Section measure() throws IOException, SQLException, InterruptedException {
        Removal.ofNewAlbum(subject, photos / 10);
        long server = subject.server().pid();
        long broker = subject.broker().pid();
        UUID album = new Albums(subject.database()).stored(photos, subject.storages());
        Removal removal = Removal.of(subject, album, photos);
        List<Double> rates = fifths(album);
        progress.accept(Wording.of("%.0f files/s; by fifths %s", removal.filesPerSecond(), rates));
        boolean survived = server == subject.server().pid()
                && broker == subject.broker().pid()
                && subject.server().isRunning()
                && subject.broker().isRunning()
                && !ranOutOfMemory(subject.server().log())
                && !ranOutOfMemory(subject.broker().log());
        double ratio = rates.get(4) / rates.get(0);
        Figure speed = new Figure(
                Wording.of("backlog of %,d photos, 512 MB + 512 MB of heap: last fifth", photos),
                Wording.of("%.2f times (%.0f files/s)", ratio, rates.get(4)),
                Wording.of("first fifth: %.0f files/s", rates.get(0)),
                "not slower (at least 0.8 times)",
                ratio >= LEAST_RATIO);
        Figure memory = new Figure(
                "the same, out of memory",
                survived ? "never" : "yes",
                "the logs, and the processes alive",
                "never",
                survived);
        String text = Wording.of(
                """
                One album of %,d photos on both storages, after a warm-up, COMPLETED in %.1f s: %.0f files/s from the \
                request to the end; %s.

                %s

                Most memory that the processes ever had: server %s, broker %s. The machine meanwhile: %s.
                """,
                photos,
                Wording.seconds(removal.took()),
                removal.filesPerSecond(),
                removal.timeline(),
                ReportFile.table(List.of(
                        List.of("fifth", "1st", "2nd", "3rd", "4th", "5th"),
                        List.of(
                                "files/s",
                                rate(rates, 0),
                                rate(rates, 1),
                                rate(rates, 2),
                                rate(rates, 3),
                                rate(rates, 4)))),
                peakMemory(server),
                peakMemory(broker),
                removal.cpu());
        return new Section("A large backlog with little memory", List.of(speed, memory), text);
    }

    private List<Double> fifths(UUID album) throws SQLException {
        try (PreparedStatement statement = subject.database().prepareStatement(FIFTHS)) {
            statement.setObject(1, album);
            try (ResultSet rows = statement.executeQuery()) {
                List<Double> rates = new ArrayList<>();
                while (rows.next()) {
                    rates.add(rows.getDouble(1));
                }
                return rates;
            }
        }
    }

    private static boolean ranOutOfMemory(Path log) throws IOException {
        return Files.readString(log, StandardCharsets.ISO_8859_1).contains("OutOfMemoryError");
    }

    static String peakMemory(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024 + " MB")
                .findFirst()
                .orElse("?");
    }

    private static String rate(List<Double> rates, int fifth) {
        return Wording.of("%.0f", rates.get(fifth));
    }
}
