package org.lethe.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * How long the answer to a delete takes for a large album and for a small one, in turn. A restore window and a restore
 * after each request keep the albums: the request does all that it ever does, and nothing is removed.
 */
final class AnswerTime {

    private static final int ALBUMS = 3;
    private static final int WARM_UP = 50;
    private static final double MOST_RATIO = 1.2;
    private static final double MOST_MILLIS = 200;

    private final Subject subject;
    private final Sizes sizes;
    private final List<Double> small = new ArrayList<>();
    private final List<Double> large = new ArrayList<>();

    AnswerTime(Subject subject, Sizes sizes) {
        this.subject = subject;
        this.sizes = sizes;
    }

    Section measure() throws SQLException, IOException, InterruptedException {
        Albums albums = new Albums(subject.database());
        List<UUID> smallAlbums = new ArrayList<>();
        List<UUID> largeAlbums = new ArrayList<>();
        for (int n = 0; n < ALBUMS; n++) {
            smallAlbums.add(albums.rows(Sizes.SMALL));
            largeAlbums.add(albums.rows(sizes.large()));
        }
        albums.analyze();
        for (int n = 0; n < WARM_UP; n++) {
            millis(smallAlbums.get(n % ALBUMS));
            millis(largeAlbums.get(n % ALBUMS));
        }
        CpuUse before = CpuUse.now(subject);
        for (int n = 0; n < sizes.answers(); n++) {
            small.add(millis(smallAlbums.get(n % ALBUMS)));
            large.add(millis(largeAlbums.get(n % ALBUMS)));
        }
        return section(CpuUse.now(subject).since(before));
    }

    private double millis(UUID album) throws IOException, InterruptedException {
        Api.Accepted accepted = subject.api().deleteAlbum(album);
        subject.api().restore(accepted.deletion());
        return accepted.took().toNanos() / 1e6;
    }

    private Section section(CpuUse cpu) {
        Samples ofSmall = new Samples(small);
        Samples ofLarge = new Samples(large);
        Samples all = new Samples(Stream.concat(small.stream(), large.stream()).toList());
        double ratio = ofLarge.median() / ofSmall.median();
        double slow = all.percentile(0.99);
        Figure size = new Figure(
                Wording.of("answer to a delete: %,d photos against %d", sizes.large(), Sizes.SMALL),
                Wording.of("%.2f (median %.1f ms)", ratio, ofLarge.median()),
                Wording.of("median %.1f ms, in turn", ofSmall.median()),
                "at most 1.2",
                ratio <= MOST_RATIO);
        Figure slowest = new Figure(
                "answer to a delete: p99, nothing else to do",
                Wording.of("%.0f ms", slow),
                Wording.of("median %.1f ms", all.median()),
                "under 200 ms",
                slow < MOST_MILLIS);
        String text = Wording.of(
                "%d requests of each kind, in turn, after a warm-up; each was undone within its restore window before the"
                        + " next.%n%n%s%n%nThe machine meanwhile: %s.",
                small.size(),
                ReportFile.table(List.of(
                        List.of("album of", "median", "p95", "p99", "slowest"),
                        row(Sizes.SMALL, ofSmall),
                        row(sizes.large(), ofLarge))),
                cpu);
        return new Section("The answer to a delete", List.of(size, slowest), text);
    }

    private static List<String> row(int photos, Samples samples) {
        return List.of(
                Wording.of("%,d photos", photos),
                Wording.of("%.1f ms", samples.median()),
                Wording.of("%.1f ms", samples.percentile(0.95)),
                Wording.of("%.1f ms", samples.percentile(0.99)),
                Wording.of("%.1f ms", samples.largest()));
    }
}
