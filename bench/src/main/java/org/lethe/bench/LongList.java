package org.lethe.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** How long a page of a long album takes at its end and at its beginning, in turn. */
final class LongList {

    private static final int PHOTOS = 30_000;
    private static final int PAGE = 500;
    private static final int WARM_UP = 50;
    private static final int ROUNDS = 200;
    private static final double MOST_RATIO = 1.5;

    private final Subject subject;

    LongList(Subject subject) {
        this.subject = subject;
    }

    Section measure() throws SQLException, IOException, InterruptedException {
        Albums albums = new Albums(subject.database());
        UUID album = albums.rows(PHOTOS);
        albums.analyze();
        String last = lastPage(album);
        List<Double> atTheBeginning = new ArrayList<>();
        List<Double> atTheEnd = new ArrayList<>();
        for (int n = 0; n < WARM_UP + ROUNDS; n++) {
            double first = millis(album, Optional.empty());
            double end = millis(album, Optional.of(last));
            if (n >= WARM_UP) {
                atTheBeginning.add(first);
                atTheEnd.add(end);
            }
        }
        return section(new Samples(atTheBeginning), new Samples(atTheEnd));
    }

    private String lastPage(UUID album) throws IOException, InterruptedException {
        String last = "";
        Optional<String> next = subject.api().photos(album, Optional.empty());
        while (next.isPresent()) {
            last = next.get();
            next = subject.api().photos(album, next);
        }
        return last;
    }

    private double millis(UUID album, Optional<String> cursor) throws IOException, InterruptedException {
        long start = System.nanoTime();
        subject.api().photos(album, cursor);
        return (System.nanoTime() - start) / 1e6;
    }

    private static Section section(Samples first, Samples last) {
        double ratio = last.median() / first.median();
        Figure figure = new Figure(
                Wording.of("a page of an album of %,d photos: the last against the first", PHOTOS),
                Wording.of("%.2f (median %.1f ms)", ratio, last.median()),
                Wording.of("median %.1f ms, in turn", first.median()),
                "at most 1.5",
                ratio <= MOST_RATIO);
        String text = Wording.of(
                "%d requests for each, in turn, of %d photos a page, after a warm-up.%n%n%s",
                ROUNDS,
                PAGE,
                ReportFile.table(
                        List.of(List.of("page", "median", "p95", "slowest"), row("first", first), row("last", last))));
        return new Section("A long list", List.of(figure), text);
    }

    private static List<String> row(String page, Samples samples) {
        return List.of(
                page,
                Wording.of("%.1f ms", samples.median()),
                Wording.of("%.1f ms", samples.percentile(0.95)),
                Wording.of("%.1f ms", samples.largest()));
    }
}
