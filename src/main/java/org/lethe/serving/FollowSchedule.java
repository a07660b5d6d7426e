package org.lethe.serving;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Has every {@link Follower} look from when the node serves. Begun by the web container, as {@link ChoreSchedule} is. */
@WebListener
public class FollowSchedule implements ServletContextListener {

    @Resource
    ManagedScheduledExecutorService scheduler;

    @Inject
    @Any
    Instance<Follower> followers;

    private final List<ScheduledFuture<?>> schedules = new ArrayList<>();

    @Override
    public void contextInitialized(ServletContextEvent started) {
        for (Follower follower : followers) {
            schedules.add(scheduler.scheduleWithFixedDelay(
                    new LookAgain(follower), 0, follower.period().toMillis(), TimeUnit.MILLISECONDS));
        }
    }

    @Override
    public void contextDestroyed(ServletContextEvent stopping) {
        schedules.forEach(schedule -> schedule.cancel(false));
    }
}
