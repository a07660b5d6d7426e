package org.lethe.deletion;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.lethe.serving.ServingBegan;
import org.lethe.settings.LetheSettings;

/**
 * Runs the reconciler every {@code lethe.reconcile.period} from when the node serves, on one node at a time. A round
 * that fails, say because the broker is away, is logged and the next one tries again.
 */
@ApplicationScoped
class ReconcileSchedule {

    @Resource
    ManagedScheduledExecutorService scheduler;

    @Inject
    LetheSettings settings;

    @Inject
    ReconcileRound round;

    private ScheduledFuture<?> schedule;

    void begin(@Observes ServingBegan began) {
        long period = settings.reconcile().period().toMillis();
        schedule = scheduler.scheduleWithFixedDelay(round::run, period, period, TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void end() {
        if (schedule != null) {
            schedule.cancel(false);
        }
    }
}
