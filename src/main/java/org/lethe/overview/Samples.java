package org.lethe.overview;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.lethe.broker.BrokerManagement;
import org.lethe.broker.BrokerUnavailableException;
import org.lethe.broker.QueueFigures;
import org.lethe.log.LogEvent;
import org.lethe.settings.LetheSettings;

/**
 * What this node has seen of the whole over the last 15 minutes, asked once for all who look: every
 * {@code lethe.overview.period} while somebody does, else every {@code lethe.metrics.period}. Safe for use by many threads.
 */
@ApplicationScoped
public class Samples {

    static final Duration KEPT = Duration.ofMinutes(15);

    private static final Duration LOOKED_AT = Duration.ofSeconds(30);

    /** Rates are taken over this long at least, or they would jump with every message. */
    private static final Duration RATE_OVER = Duration.ofSeconds(10);

    /** Whoever takes one: whatever is away, those who look are told the last one meanwhile. */
    private final ReentrantLock taking = new ReentrantLock();

    /** Asked by whoever takes one. */
    private final LostMessages lost = new LostMessages();

    private BrokerManagement broker;
    private LetheSettings settings;
    private Paced<Conservation.Count> count;
    private Paced<OpenWork> work;
    private Attention attention;
    private volatile long wantedAt = System.nanoTime() - LOOKED_AT.toNanos();
    private volatile long takenAt;
    private volatile List<Sample> kept = List.of();

    @Inject
    Samples(
            BrokerManagement broker,
            LetheSettings settings,
            Conservation conservation,
            LookAtWork look,
            Attention attention) {
        this.broker = broker;
        this.settings = settings;
        this.attention = attention;
        this.count = new Paced<>(conservation::count);
        this.work = new Paced<>(look::look);
    }

    /** For the container's proxy. */
    Samples() {}

    /**
     * The newest; taken now when there is none.
     *
     * @throws IllegalStateException when there is none, and the database does not answer
     */
    public Sample last() {
        return newest().orElseGet(this::current);
    }

    /**
     * As {@link #last()}, for somebody who looks: not older than {@code lethe.overview.period}, unless one is being taken
     * just now and takes long.
     */
    Sample current() {
        wantedAt = System.nanoTime();
        return newerThan(settings.overview().period());
    }

    /** Takes one when it is time to; {@code watched} says whether somebody has a stream open. */
    void tick(boolean watched) {
        if (watched) {
            wantedAt = System.nanoTime();
        }
        boolean looked = !isPast(wantedAt, LOOKED_AT);
        newerThan(looked ? settings.overview().period() : settings.metrics().period());
    }

    /** The oldest first. */
    List<Sample> kept() {
        return kept;
    }

    private Optional<Sample> newest() {
        List<Sample> all = kept;
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    private Sample newerThan(Duration age) {
        Optional<Sample> newest = newest();
        if (newest.isPresent() && (!isPast(takenAt, age) || taking.isLocked())) {
            return newest.get();
        }
        taking.lock();
        try {
            Optional<Sample> others = newest();
            return others.isPresent() && !isPast(takenAt, age) ? others.get() : take();
        } finally {
            taking.unlock();
        }
    }

    /** What to take the rates of the newest against: the youngest that is old enough, of the same run of the broker. */
    Optional<Sample> before(Sample newest) {
        Optional<Sample> found = Optional.empty();
        for (Sample sample : kept) {
            boolean older = sample.brokerAnswers() && sample.at().isBefore(newest.at());
            boolean enough = !sample.at().isAfter(newest.at().minus(RATE_OVER));
            if (older && (enough || found.isEmpty())) {
                found = Optional.of(sample);
            }
        }
        return found;
    }

    /** As {@link #before}, for what is counted in the rows: many samples may have the same count, which takes long. */
    Optional<Conservation.Count> countBefore(Sample newest) {
        return youngestBefore(newest.count(), kept.stream().map(Sample::count).toList());
    }

    /** @param counts the oldest first */
    static Optional<Conservation.Count> youngestBefore(Conservation.Count newest, List<Conservation.Count> counts) {
        Optional<Conservation.Count> found = Optional.empty();
        for (Conservation.Count count : counts) {
            boolean older = count.at().isBefore(newest.at());
            boolean enough = !count.at().isAfter(newest.at().minus(RATE_OVER));
            if (older && (enough || found.isEmpty())) {
                found = Optional.of(count);
            }
        }
        return found;
    }

    private Sample take() {
        takenAt = System.nanoTime();
        Optional<Sample> before = newest();
        Optional<Map<String, QueueFigures>> queues = queues();
        boolean answers = true;
        Conservation.Count counted;
        OpenWork open;
        try {
            counted = count.answer(Duration.ZERO);
            open = work.answer(Duration.ZERO);
        } catch (IllegalStateException away) {
            before.filter(Sample::databaseAnswers).ifPresent(first -> LogEvent.METRICS_FAILED.log(away.getMessage()));
            answers = false;
            counted = before.orElseThrow(() -> away).count();
            open = before.get().work();
        }
        Sample sample = new Sample(
                Instant.now(),
                queues.or(() -> before.map(Sample::queues)).orElse(Map.of()),
                queues.map(now -> Instant.now()).or(() -> before.flatMap(Sample::queuesAt)),
                queues.isPresent(),
                answers,
                counted,
                open,
                Map.of(),
                List.of());
        sample = sample.losing(lost.in(sample));
        tellWhatDoesNotAddUp(before.map(Sample::count), counted);
        Sample whole = sample.needing(attention.items(sample));
        keep(whole);
        return whole;
    }

    private Optional<Map<String, QueueFigures>> queues() {
        try {
            return Optional.of(broker.figures());
        } catch (BrokerUnavailableException away) {
            return Optional.empty();
        }
    }

    /** Once, and again when it is another difference. */
    private static void tellWhatDoesNotAddUp(Optional<Conservation.Count> before, Conservation.Count now) {
        boolean told = before.filter(earlier -> earlier.difference() == now.difference())
                .isPresent();
        if (now.difference() != 0 && !told) {
            LogEvent.CONSERVATION_BROKEN.log(now.requested(), now.requested() - now.difference());
        }
    }

    private void keep(Sample sample) {
        List<Sample> all = new ArrayList<>(kept);
        all.removeIf(old -> old.at().isBefore(sample.at().minus(KEPT)));
        all.add(sample);
        kept = List.copyOf(all);
    }

    private static boolean isPast(long since, Duration limit) {
        return System.nanoTime() - since >= limit.toNanos();
    }
}
