package org.lethe.ops;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.lethe.log.LogEvent;
import org.lethe.redrive.FindRedrives;
import org.lethe.redrive.RedriveTotals;
import org.lethe.serving.ServingBegan;
import org.lethe.settings.LetheSettings;

/** The figures of redrives at {@code /metrics}, counted every {@code lethe.metrics.period}. Safe for use by many threads. */
@ApplicationScoped
class RedriveFigures {

    @Resource
    ManagedScheduledExecutorService scheduler;

    @Inject
    MetricRegistry registry;

    @Inject
    FindRedrives redrives;

    @Inject
    LetheSettings settings;

    private volatile RedriveTotals last = RedriveTotals.NONE;
    private ScheduledFuture<?> schedule;

    void begin(@Observes ServingBegan began) {
        String some = "Redrives that are not over";
        gauge("lethe_redrives", some, "running", RedriveTotals::running);
        gauge("lethe_redrives", some, "paused", RedriveTotals::paused);
        gauge("lethe_redrives", some, "stopped", RedriveTotals::stopped);
        String items = "Failures that a redrive is to send, or has sent without knowing yet what became of them";
        gauge("lethe_redrive_items", items, "waiting", RedriveTotals::itemsWaiting);
        gauge("lethe_redrive_items", items, "sent", RedriveTotals::itemsSent);
        long period = settings.metrics().period().toMillis();
        schedule = scheduler.scheduleWithFixedDelay(this::follow, period, period, TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void end() {
        if (schedule != null) {
            schedule.cancel(false);
        }
    }

    private void follow() {
        try {
            last = redrives.totals();
        } catch (RuntimeException failed) {
            LogEvent.METRICS_FAILED.log(failed.getMessage());
        }
    }

    private void gauge(String name, String description, String state, ToLongFunction<RedriveTotals> figure) {
        Metadata metadata =
                Metadata.builder().withName(name).withDescription(description).build();
        registry.gauge(metadata, this, figures -> figure.applyAsLong(figures.last), new Tag("state", state));
    }
}
