package org.lethe.ops;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.lethe.breaker.BreakerState;
import org.lethe.breaker.LiveBreakers;
import org.lethe.log.LogEvent;
import org.lethe.serving.ServingBegan;
import org.lethe.settings.LetheSettings;
import org.lethe.storage.StorageId;

/**
 * The figures of {@code /metrics}, counted every {@code lethe.metrics.period} so that scraping costs nothing. Safe for
 * use by many threads.
 */
@ApplicationScoped
class Figures {

    @Resource
    ManagedScheduledExecutorService scheduler;

    @Inject
    MetricRegistry registry;

    @Inject
    Conservation conservation;

    @Inject
    LiveBreakers breakers;

    @Inject
    LetheSettings settings;

    private volatile Conservation.Count last;
    private ScheduledFuture<?> schedule;

    void begin(@Observes ServingBegan began) {
        last = conservation.count();
        gauge("lethe_files_requested", "Files requested to be removed, once for each storage", c -> c.requested());
        gauge("lethe_files_gone", "Files proven gone", c -> c.gone().main(), new Tag("storage", "main"));
        gauge("lethe_files_gone", "Files proven gone", c -> c.gone().backup(), new Tag("storage", "backup"));
        gauge("lethe_files_waiting", "Files that wait to be removed", c -> c.waiting());
        gauge("lethe_files_failed", "Files whose attempts are used up", c -> c.failed());
        gauge("lethe_attempts_failed", "Attempts that failed, over all time", c -> c.attempts());
        gauge("lethe_failures_open", "Failures that wait for a person", c -> c.openFailures());
        gauge("lethe_oldest_waiting_seconds", "Since the oldest waiting file was sent", c -> c.oldestWaitingSeconds());
        gauge("lethe_conservation_difference", "Files requested and not accounted for", c -> c.difference());
        for (StorageId storage : StorageId.values()) {
            breaker(storage);
        }
        long period = settings.metrics().period().toMillis();
        schedule = scheduler.scheduleWithFixedDelay(this::refresh, period, period, TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void end() {
        if (schedule != null) {
            schedule.cancel(false);
        }
    }

    private void refresh() {
        try {
            Conservation.Count count = conservation.count();
            if (count.difference() != 0) {
                LogEvent.CONSERVATION_BROKEN.log(count.requested(), count.requested() - count.difference());
            }
            last = count;
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

    private void gauge(String name, String description, ToDoubleFunction<Conservation.Count> figure, Tag... tags) {
        Metadata metadata =
                Metadata.builder().withName(name).withDescription(description).build();
        registry.gauge(metadata, this, figures -> figure.applyAsDouble(figures.last), tags);
    }
}
