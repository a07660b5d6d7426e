package org.lethe.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** How long a small deletion takes that is asked for while a large one is under way. */
final class Overtaking {

    private static final int MOST_SAMPLES = 20;
    private static final double MOST_SECONDS = 10;
    private static final Duration LIMIT = Duration.ofMinutes(30);
    private static final Duration BETWEEN = Duration.ofMillis(500);

    private final Subject subject;
    private final int large;
    private final Consumer<String> progress;
    private final List<Double> seconds = new ArrayList<>();
    private final List<Double> answers = new ArrayList<>();

    Overtaking(Subject subject, int large, Consumer<String> progress) {
        this.subject = subject;
        this.large = large;
        this.progress = progress;
    }

    Section measure() throws IOException, SQLException, InterruptedException {
        Albums albums = new Albums(subject.database());
        List<UUID> small = new ArrayList<>();
        for (int n = 0; n < MOST_SAMPLES; n++) {
            small.add(albums.stored(Sizes.SMALL, subject.storages()));
        }
        UUID largeAlbum = albums.stored(large, subject.storages());
        double alone = seconds(small.remove(0));
        UUID largeDeletion = subject.api().deleteAlbum(largeAlbum).deletion();
        for (UUID album : small) {
            double took = seconds(album);
            if (subject.state(largeDeletion).startsWith("COMPLETED")) {
                break; // the large one was over before this sample was
            }
            seconds.add(took);
            Thread.sleep(BETWEEN.toMillis());
        }
        subject.awaitCompleted(largeDeletion, LIMIT);
        progress.accept("seconds until COMPLETED: " + seconds);
        return section(alone);
    }

    private double seconds(UUID album) throws IOException, SQLException, InterruptedException {
        Api.Accepted accepted = subject.api().deleteAlbum(album);
        Instant completed = subject.awaitCompleted(accepted.deletion(), LIMIT);
        answers.add(accepted.took().toNanos() / 1e6);
        return Wording.seconds(Duration.between(accepted.asked(), completed));
    }

    private Section section(double alone) {
        Samples samples = new Samples(seconds);
        Samples answered = new Samples(answers.subList(1, seconds.size() + 1));
        Figure figure = new Figure(
                Wording.of("deletion of %d photos while %,d are being removed, until COMPLETED", Sizes.SMALL, large),
                Wording.of("at most %.1f s (median %.1f s)", samples.largest(), samples.median()),
                Wording.of("alone: %.1f s", alone),
                "at most 10 s",
                samples.largest() <= MOST_SECONDS);
        String text = Wording.of(
                """
                %d deletions of %d photos each, one after the other, while one of %,d photos was under way. Seconds until \
                COMPLETED: %s. Answered in %.1f ms (median), %.1f ms at most.
                """,
                seconds.size(),
                Sizes.SMALL,
                large,
                String.join(
                        ", ",
                        seconds.stream().map(one -> Wording.of("%.1f", one)).toList()),
                answered.median(),
                answered.largest());
        return new Section("A small deletion beside a large one", List.of(figure), text);
    }
}
