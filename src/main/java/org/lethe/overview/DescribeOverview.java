package org.lethe.overview;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.lethe.breaker.LiveBreakers;
import org.lethe.breaker.StorageQueue;
import org.lethe.broker.QueueFigures;
import org.lethe.broker.Queues;
import org.lethe.settings.LetheSettings;
import org.lethe.storage.StorageId;

/** Makes the overview of what was sampled. */
@Dependent
class DescribeOverview {

    private final Samples samples;
    private final LiveBreakers breakers;
    private final LetheSettings settings;

    @Inject
    DescribeOverview(Samples samples, LiveBreakers breakers, LetheSettings settings) {
        this.samples = samples;
        this.breakers = breakers;
        this.settings = settings;
    }

    /** Of this moment, for somebody who asks. */
    OverviewView now() {
        return of(samples.current());
    }

    OverviewView of(Sample sample) {
        long inFlight = inFlight(sample, Queues.MAIN) + inFlight(sample, Queues.BACKUP);
        return new OverviewView(
                sample.at(),
                settings.node().name(),
                Rounded.rate(settings.overview().period().toMillis() / 1000.0),
                sample.databaseAnswers(),
                sample.brokerAnswers(),
                sample.queuesAt().orElse(null),
                OverviewView.OfConservation.of(
                        sample.count(),
                        inFlight,
                        sample.lost().values().stream()
                                .mapToLong(Long::longValue)
                                .sum()),
                sample.work().deletions(),
                storages(sample),
                QueueList.of(sample, samples).items(),
                sample.work().failures(),
                sample.attention(),
                Series.of(samples.kept(), sample.at()));
    }

    private List<OverviewView.OfStorage> storages(Sample sample) {
        Optional<Conservation.Count> before = samples.countBefore(sample);
        return Arrays.stream(StorageId.values())
                .map(storage -> storage(storage, sample, before))
                .toList();
    }

    private OverviewView.OfStorage storage(StorageId storage, Sample sample, Optional<Conservation.Count> before) {
        Conservation.Files files = sample.count().on(storage);
        Optional<QueueFigures> queue = Optional.ofNullable(sample.queues().get(StorageQueue.of(storage)));
        return new OverviewView.OfStorage(
                storage.wireName(),
                files.waiting(),
                files.failed(),
                files.waived(),
                files.gone(),
                before.map(earlier -> gonePerSecond(storage, earlier, sample.count()))
                        .orElse(null),
                queue.map(QueueFigures::ready).orElse(0L),
                queue.map(figures -> figures.depth().inFlight()).orElse(0L),
                queue.map(figures -> figures.depth().scheduled()).orElse(0L),
                queue.map(QueueFigures::paused).orElse(false),
                breakers.state(storage));
    }

    private static Double gonePerSecond(StorageId storage, Conservation.Count before, Conservation.Count now) {
        double seconds = Duration.between(before.at(), now.at()).toMillis() / 1000.0;
        return seconds <= 0
                ? null
                : Rounded.rate((now.on(storage).gone() - before.on(storage).gone()) / seconds);
    }

    private static long inFlight(Sample sample, String queue) {
        return Optional.ofNullable(sample.queues().get(queue))
                .map(figures -> figures.depth().inFlight())
                .orElse(0L);
    }
}
