package org.lethe.overview;

import java.time.Duration;
import java.util.Optional;
import org.lethe.broker.QueueFigures;
import org.lethe.broker.Queues;

/**
 * A queue as operators see it, in messages: one is a chunk of up to 2,000 files, or a page to be planned.
 *
 * @param storage from which its messages remove files; null when it is about none
 * @param rates null until the broker has answered twice
 * @param openFailures of messages that it gave up
 * @param oldestSeconds since the message at the head of the queue was sent; null when none is ready
 */
public record QueueView(
        String queue,
        String storage,
        Messages messages,
        int consumers,
        boolean paused,
        Rates rates,
        SinceBrokerStart sinceBrokerStart,
        long openFailures,
        Double oldestSeconds) {

    /**
     * What is on it.
     *
     * @param ready would be delivered at once
     * @param inFlight with a listener, not acknowledged yet
     * @param waiting for the next attempt, or for the end of a restore window
     */
    public record Messages(long ready, long inFlight, long waiting, long total) {}

    /** Messages per second, between two samples that lie so far apart. */
    public record Rates(double inPerSecond, double outPerSecond, double overSeconds) {
        Rates withoutSpan() {
            return new Rates(inPerSecond, outPerSecond, 0);
        }
    }

    /** What the broker has counted since it was started. */
    public record SinceBrokerStart(long added, long acknowledged, long dead, long expired) {}

    static QueueView of(QueueFigures now, Optional<QueueFigures> before, Duration between, OpenWork work) {
        return new QueueView(
                now.queue(),
                storage(now.queue()),
                new Messages(
                        now.ready(),
                        now.depth().inFlight(),
                        now.depth().scheduled(),
                        now.depth().messages()),
                now.depth().consumers(),
                now.paused(),
                before.filter(earlier -> isOfOneRun(earlier, now))
                        .map(earlier -> rates(earlier, now, between))
                        .orElse(null),
                new SinceBrokerStart(now.added(), now.acknowledged(), now.dead(), now.expired()),
                work.openByQueue().getOrDefault(now.queue(), 0L),
                now.oldestSeconds());
    }

    QueueView withRates(Rates others) {
        return new QueueView(
                queue, storage, messages, consumers, paused, others, sinceBrokerStart, openFailures, oldestSeconds);
    }

    static String storage(String queue) {
        return switch (queue) {
            case Queues.MAIN -> "main";
            case Queues.BACKUP -> "backup";
            default -> null;
        };
    }

    /** A broker that was started in between counts from 0 again. */
    private static boolean isOfOneRun(QueueFigures before, QueueFigures now) {
        return before.added() <= now.added() && before.acknowledged() <= now.acknowledged();
    }

    private static Rates rates(QueueFigures before, QueueFigures now, Duration between) {
        double seconds = between.toMillis() / 1000.0;
        return new Rates(
                Rounded.rate((now.added() - before.added()) / seconds),
                Rounded.rate((now.acknowledged() - before.acknowledged()) / seconds),
                Rounded.rate(seconds));
    }
}
