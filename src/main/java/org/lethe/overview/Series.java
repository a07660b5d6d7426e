package org.lethe.overview;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.lethe.broker.QueueFigures;
import org.lethe.broker.Queues;

/**
 * The last 15 minutes in steps, the oldest first; null where this node has seen nothing. A rate is what was counted at the
 * end of a step without what was at its begin, by straight lines between the counts: where these are rare, it is even.
 *
 * @param until the end of the last step
 */
public record Series(int stepSeconds, Instant until, List<Double> requestedPerSecond, Map<String, OfStorage> storages) {

    static final int STEP_SECONDS = 15;

    private static final int STEPS = (int) (Samples.KEPT.toSeconds() / STEP_SECONDS);

    /**
     * One storage.
     *
     * @param waiting files
     * @param inFlight messages, as {@code retry}
     * @param failed files
     */
    public record OfStorage(
            List<Double> gonePerSecond,
            List<Double> waiting,
            List<Double> inFlight,
            List<Double> retry,
            List<Double> failed) {}

    static Series of(List<Sample> samples, Instant now) {
        long end = now.getEpochSecond() / STEP_SECONDS * STEP_SECONDS;
        Steps steps = new Steps(samples, Instant.ofEpochSecond(end));
        return new Series(
                STEP_SECONDS,
                steps.until,
                steps.rate(count -> count.requested()),
                Map.of(
                        "main", ofStorage(steps, Queues.MAIN, Conservation.Count::main),
                        "backup", ofStorage(steps, Queues.BACKUP, Conservation.Count::backup)));
    }

    private static OfStorage ofStorage(
            Steps steps, String queue, Function<Conservation.Count, Conservation.Files> files) {
        return new OfStorage(
                steps.rate(count -> files.apply(count).gone()),
                steps.last(sample -> files.apply(sample.count()).waiting()),
                steps.last(sample ->
                        figure(sample, queue, figures -> figures.depth().inFlight())),
                steps.last(sample ->
                        figure(sample, queue, figures -> figures.depth().scheduled())),
                steps.last(sample -> files.apply(sample.count()).failed()));
    }

    private static double figure(Sample sample, String queue, ToDoubleFunction<QueueFigures> figure) {
        QueueFigures figures = sample.queues().get(queue);
        return figures == null ? 0 : figure.applyAsDouble(figures);
    }

    private record Steps(List<Sample> samples, Instant until) {

        /** The last value within each step. */
        List<Double> last(ToDoubleFunction<Sample> value) {
            Double[] values = new Double[STEPS];
            for (Sample sample : samples) {
                long before = Duration.between(sample.at(), until).toMillis();
                int step = STEPS - 1 - (int) Math.floorDiv(before, STEP_SECONDS * 1000L);
                if (before >= 0 && step >= 0) {
                    values[step] = value.applyAsDouble(sample);
                }
            }
            return Arrays.asList(values);
        }

        /** Of a figure that only grows, per second. */
        List<Double> rate(ToDoubleFunction<Conservation.Count> figure) {
            List<Double> rates = new ArrayList<>();
            for (int step = 0; step < STEPS; step++) {
                Instant end = until.minusSeconds((long) (STEPS - 1 - step) * STEP_SECONDS);
                Double first = at(end.minusSeconds(STEP_SECONDS), figure);
                Double last = at(end, figure);
                rates.add(
                        first == null || last == null ? null : Rounded.rate(Math.max(0, last - first) / STEP_SECONDS));
            }
            return rates;
        }

        private Double at(Instant time, ToDoubleFunction<Conservation.Count> figure) {
            Conservation.Count before = null;
            for (Sample sample : samples) {
                Conservation.Count count = sample.count();
                if (!count.at().isAfter(time)) {
                    before = count;
                } else {
                    return before == null ? null : between(before, count, time, figure);
                }
            }
            return null;
        }

        private static double between(
                Conservation.Count before,
                Conservation.Count after,
                Instant time,
                ToDoubleFunction<Conservation.Count> figure) {
            double whole = Duration.between(before.at(), after.at()).toMillis();
            double part = Duration.between(before.at(), time).toMillis() / whole;
            double from = figure.applyAsDouble(before);
            return from + part * (figure.applyAsDouble(after) - from);
        }
    }
}
