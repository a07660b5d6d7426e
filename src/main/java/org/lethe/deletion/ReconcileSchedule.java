package org.lethe.deletion;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.lethe.settings.LetheSettings;

/**
 * Runs the reconciler every {@code lethe.reconcile.period} from when the node serves, on one node at a time. A round
 * that fails, say because the broker is away, is logged and the next one tries again.
 *
 * <p>It is begun by the web container, never by an EJB: a task carries along the context in which it was submitted, and
 * within an EJB's, Payara does not enlist JMS in a transaction that {@code @Transactional} begins
 * ({@code TransactionManagerHelper.preInvokeTx}). The rows were committed and the messages dropped, without an error.
 */
@WebListener
public class ReconcileSchedule implements ServletContextListener {

    @Resource
    ManagedScheduledExecutorService scheduler;

    @Inject
    LetheSettings settings;

    @Inject
    ReconcileRound round;

    private ScheduledFuture<?> schedule;

    /** The start-up checks have passed: otherwise the application is not deployed. */
    @Override
    public void contextInitialized(ServletContextEvent started) {
        long period = settings.reconcile().period().toMillis();
        schedule = scheduler.scheduleWithFixedDelay(round::run, period, period, TimeUnit.MILLISECONDS);
    }

    @Override
    public void contextDestroyed(ServletContextEvent stopping) {
        if (schedule != null) {
            schedule.cancel(false);
        }
    }
}
