package org.lethe.errorpolicy;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.lethe.log.LogEvent;

/** Looks every two seconds what is stored, on every node. */
@WebListener
public class FollowErrorPolicies implements ServletContextListener {

    private static final int PERIOD_SECONDS = 2;

    @Resource
    ManagedScheduledExecutorService scheduler;

    @Inject
    ObeyErrorPolicies policies;

    private ScheduledFuture<?> schedule;
    private boolean isBlind;

    @Override
    public void contextInitialized(ServletContextEvent started) {
        schedule = scheduler.scheduleWithFixedDelay(this::look, 0, PERIOD_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void contextDestroyed(ServletContextEvent stopping) {
        if (schedule != null) {
            schedule.cancel(false);
        }
    }

    /** Never throws: a schedule that throws is not run again. Tells once when it cannot look any more. */
    private void look() {
        try {
            policies.obey();
            isBlind = false;
        } catch (RuntimeException failed) {
            if (!isBlind) {
                LogEvent.ERROR_POLICIES_UNREADABLE.log(failed.getMessage());
            }
            isBlind = true;
        }
    }
}
