package org.lethe.ops;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.lethe.breaker.BreakerState;
import org.lethe.breaker.LiveBreakers;
import org.lethe.broker.QueueFigures;
import org.lethe.broker.Queues;
import org.lethe.log.LogEvent;
import org.lethe.overview.Conservation;
import org.lethe.overview.Sample;
import org.lethe.overview.Samples;
import org.lethe.serving.ServingBegan;
import org.lethe.settings.LetheSettings;
import org.lethe.storage.StorageId;

/**
 * The figures of {@code /metrics}: those that were sampled last, so that scraping costs nothing. Safe for use by many
 * threads.
 */
@ApplicationScoped
class Figures {

    private static final String MESSAGES = "Messages on a queue";

    @Resource
    ManagedScheduledExecutorService scheduler;

    @Inject
    MetricRegistry registry;

    @Inject
    Samples samples;

    @Inject
    GroupFigures groups;

    @Inject
    LiveBreakers breakers;

    @Inject
    LetheSettings settings;

    private ScheduledFuture<?> schedule;

    void begin(@Observes ServingBegan began) {
        for (StorageId storage : StorageId.values()) {
            breaker(storage);
        }
        ofFiles();
        ofFailures();
        Queues.ALL.forEach(this::ofQueue);
        long period = settings.metrics().period().toMillis();
        schedule = scheduler.scheduleWithFixedDelay(this::follow, period, period, TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void end() {
        if (schedule != null) {
            schedule.cancel(false);
        }
    }

    private void ofFiles() {
        count("lethe_files_requested", "Files requested to be removed, once for each storage", c -> c.requested());
        count("lethe_files_gone", "Files proven gone", c -> c.gone().main(), storage("main"));
        count("lethe_files_gone", "Files proven gone", c -> c.gone().backup(), storage("backup"));
        count("lethe_files_waiting", "Files that wait to be removed", c -> c.waiting());
        count("lethe_files_held", "Files that wait for a date, of those that wait to be removed", c -> c.held());
        count("lethe_files_failed", "Files whose attempts are used up", c -> c.failed());
        count("lethe_files_waived", "Files that somebody gave up", c -> c.waived());
        count(
                "lethe_storage_files_waiting",
                "As lethe_files_waiting",
                c -> c.main().waiting(),
                storage("main"));
        count(
                "lethe_storage_files_waiting",
                "As lethe_files_waiting",
                c -> c.backup().waiting(),
                storage("backup"));
        count(
                "lethe_storage_files_failed",
                "As lethe_files_failed",
                c -> c.main().failed(),
                storage("main"));
        count(
                "lethe_storage_files_failed",
                "As lethe_files_failed",
                c -> c.backup().failed(),
                storage("backup"));
        count("lethe_attempts_failed", "Attempts that failed, over all time", c -> c.attempts());
        count("lethe_oldest_waiting_seconds", "Since the oldest waiting file was sent", c -> c.oldestWaitingSeconds());
        count("lethe_conservation_difference", "Files requested and not accounted for", c -> c.difference());
        count(
                "lethe_conservation_seconds",
                "How long it took to count every row",
                c -> c.took().toNanos() / (double) TimeUnit.SECONDS.toNanos(1));
    }

    private void ofFailures() {
        gauge("lethe_failures_open", "Failures that wait for a person", s -> s.work()
                .failures()
                .open());
        gauge("lethe_failures_opened", "How often a failure was opened, over all time", s -> s.work()
                .failures()
                .opened());
        String deletions = "Deletions that are not over, and those that ended with failures";
        gauge("lethe_deletions", deletions, s -> s.work().deletions().held(), state("held"));
        gauge("lethe_deletions", deletions, s -> s.work().deletions().requested(), state("requested"));
        gauge("lethe_deletions", deletions, s -> s.work().deletions().planning(), state("planning"));
        gauge("lethe_deletions", deletions, s -> s.work().deletions().removing(), state("removing"));
        gauge(
                "lethe_deletions",
                deletions,
                s -> s.work().deletions().completedWithFailures(),
                state("completed_with_failures"));
        gauge("lethe_attention", "What needs a person", s -> severity(s, "ALARM"), new Tag("severity", "alarm"));
        gauge("lethe_attention", "What needs a person", s -> severity(s, "WARN"), new Tag("severity", "warn"));
        gauge("lethe_broker_answers", "Whether the broker answers this node", s -> s.brokerAnswers() ? 1 : 0);
        gauge("lethe_database_answers", "Whether the database answers this node", s -> s.databaseAnswers() ? 1 : 0);
    }

    private void ofQueue(String name) {
        Tag queue = new Tag("queue", name);
        queue("lethe_queue_messages", MESSAGES, QueueFigures::ready, queue, state("ready"));
        queue("lethe_queue_messages", MESSAGES, q -> q.depth().inFlight(), queue, state("in_flight"));
        queue("lethe_queue_messages", MESSAGES, q -> q.depth().scheduled(), queue, state("waiting"));
        queue(
                "lethe_queue_consumers",
                "Sessions that take messages from it",
                q -> q.depth().consumers(),
                queue);
        queue("lethe_queue_paused", "Whether it delivers nothing", q -> q.paused() ? 1 : 0, queue);
        queue("lethe_queue_added", "Messages added since the broker was started", QueueFigures::added, queue);
        queue("lethe_queue_acknowledged", "Messages done since then", QueueFigures::acknowledged, queue);
        queue("lethe_queue_dead", "Messages given up since then", QueueFigures::dead, queue);
        queue("lethe_queue_expired", "Messages given up for their age since then", QueueFigures::expired, queue);
        queue(
                "lethe_queue_oldest_seconds",
                "Since the message at its head was sent",
                q -> Optional.ofNullable(q.oldestSeconds()).orElse(0.0),
                queue);
    }

    /** Never throws: a schedule that throws is not run again. */
    private void follow() {
        try {
            groups.follow(samples.last().work().groups());
        } catch (RuntimeException failed) {
            LogEvent.METRICS_FAILED.log(failed.getMessage());
        }
    }

    private void breaker(StorageId storage) {
        Metadata metadata = Metadata.builder()
                .withName("lethe_breaker_open")
                .withDescription("1 while the storage is left alone, as it does not answer or somebody wants it so")
                .build();
        registry.gauge(
                metadata,
                breakers,
                live -> live.state(storage) == BreakerState.OPEN ? 1 : 0,
                new Tag("storage", storage.wireName()));
    }

    private static double severity(Sample sample, String severity) {
        return sample.attention().stream()
                .filter(item -> item.severity().equals(severity))
                .count();
    }

    private static Tag storage(String name) {
        return new Tag("storage", name);
    }

    private static Tag state(String name) {
        return new Tag("state", name);
    }

    private void queue(String name, String description, ToDoubleFunction<QueueFigures> figure, Tag... tags) {
        String queue = tags[0].getTagValue();
        gauge(
                name,
                description,
                sample -> Optional.ofNullable(sample.queues().get(queue))
                        .map(figure::applyAsDouble)
                        .orElse(0.0),
                tags);
    }

    private void count(String name, String description, ToDoubleFunction<Conservation.Count> figure, Tag... tags) {
        gauge(name, description, sample -> figure.applyAsDouble(sample.count()), tags);
    }

    private void gauge(String name, String description, ToDoubleFunction<Sample> figure, Tag... tags) {
        Metadata metadata =
                Metadata.builder().withName(name).withDescription(description).build();
        registry.gauge(metadata, samples, from -> figure.applyAsDouble(from.last()), tags);
    }
}
