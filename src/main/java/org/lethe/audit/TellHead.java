package org.lethe.audit;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.lethe.log.LogEvent;

/**
 * Writes the chain's head to the log, at the start and every hour in which it moved. Whoever can change the database can
 * cut the chain off at its end and set the head back; what was logged, and has left the machine, says so.
 */
@WebListener
public class TellHead implements ServletContextListener {

    @Resource
    ManagedScheduledExecutorService scheduler;

    @Inject
    ReadChain chain;

    private ChainHead told;
    private ScheduledFuture<?> schedule;

    @Override
    public void contextInitialized(ServletContextEvent started) {
        schedule = scheduler.scheduleWithFixedDelay(this::tell, 0, 1, TimeUnit.HOURS);
    }

    @Override
    public void contextDestroyed(ServletContextEvent stopping) {
        if (schedule != null) {
            schedule.cancel(false);
        }
    }

    private void tell() {
        try {
            ChainHead head = chain.head();
            if (!head.equals(told)) {
                LogEvent.AUDIT_HEAD.log(Long.toString(head.seq()), head.hash());
                told = head;
            }
        } catch (RuntimeException failed) {
            LogEvent.AUDIT_HEAD_UNREADABLE.log(failed.getMessage());
        }
    }
}
