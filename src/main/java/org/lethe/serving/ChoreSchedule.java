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
import org.lethe.log.LogEvent;

/**
 * Runs every {@link Chore} from when the node serves, each on one node at a time.
 *
 * <p>It is begun by the web container, never by an EJB: a task carries along the context in which it was submitted, and
 * within an EJB's, Payara does not enlist JMS in a transaction that {@code @Transactional} begins
 * ({@code TransactionManagerHelper.preInvokeTx}). The rows were committed and the messages dropped, without an error.
 */
@WebListener
public class ChoreSchedule implements ServletContextListener {

    @Resource
    ManagedScheduledExecutorService scheduler;

    @Inject
    OneNode oneNode;

    @Inject
    @Any
    Instance<Chore> chores;

    private final List<ScheduledFuture<?>> schedules = new ArrayList<>();

    /** The start-up checks have passed: otherwise the application is not deployed. */
    @Override
    public void contextInitialized(ServletContextEvent started) {
        for (Chore chore : chores) {
            long period = chore.period().toMillis();
            schedules.add(scheduler.scheduleWithFixedDelay(() -> run(chore), period, period, TimeUnit.MILLISECONDS));
        }
    }

    @Override
    public void contextDestroyed(ServletContextEvent stopping) {
        schedules.forEach(schedule -> schedule.cancel(false));
    }

    /** Does nothing while another node is at it. Never throws: a schedule that throws is not run again. */
    private void run(Chore chore) {
        try {
            oneNode.at(chore.name(), chore::round);
        } catch (RuntimeException failed) {
            LogEvent.CHORE_FAILED.log(chore.name(), failed.getMessage());
        }
    }
}
