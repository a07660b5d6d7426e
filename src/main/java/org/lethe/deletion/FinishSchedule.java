package org.lethe.deletion;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.lethe.log.LogEvent;

/**
 * Asks soon after a commit that settled removals whether their deletion is complete, each on a thread of its own. Begun
 * by the web container and not by the listener that settled: what is finished is told to subscribers, and a task that is
 * begun within a listener sends nothing (see {@code ChoreSchedule}).
 */
@WebListener
public class FinishSchedule implements ServletContextListener {

    private static final long TOGETHER_MILLIS = 25;

    @Resource
    ManagedScheduledExecutorService scheduler;

    @Inject
    FinishWhenSettled settled;

    @Inject
    FinishDeletion finishDeletion;

    private ScheduledFuture<?> schedule;

    @Override
    public void contextInitialized(ServletContextEvent started) {
        schedule = scheduler.scheduleWithFixedDelay(
                this::finishSettled, TOGETHER_MILLIS, TOGETHER_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void contextDestroyed(ServletContextEvent stopping) {
        schedule.cancel(false);
    }

    private void finishSettled() {
        for (UUID deletion : settled.take()) {
            Future<?> unused = scheduler.submit(() -> finish(deletion)); // it tells of its failure itself
        }
    }

    private void finish(UUID deletion) {
        try {
            finishDeletion.finish(deletion);
        } catch (RuntimeException failed) {
            LogEvent.FINISH_FAILED.log(deletion, failed.getMessage());
        }
    }
}
