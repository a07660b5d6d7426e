package org.lethe.overview;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.lethe.check.SetUp;
import org.lethe.log.LogEvent;
import org.lethe.settings.LetheSettings;
import org.lethe.stream.EventStream;

/**
 * Samples the whole every {@code lethe.overview.period} while somebody looks, once for all of them, and has those streams
 * written to that have something to be told. Whatever is away, streams are kept alive by what was seen last.
 */
@WebListener
public class OverviewSchedule implements ServletContextListener {

    @Resource
    ManagedScheduledExecutorService scheduler;

    @Resource
    ManagedExecutorService writers;

    @Inject
    OverviewStreams streams;

    @Inject
    Samples samples;

    @Inject
    SetUp setUp;

    @Inject
    DescribeOverview describe;

    @Inject
    LetheSettings settings;

    private OverviewTelling seen;
    private ScheduledFuture<?> schedule;

    @Override
    public void contextInitialized(ServletContextEvent started) {
        long period = settings.overview().period().toMillis();
        schedule = scheduler.scheduleWithFixedDelay(this::tick, period, period, TimeUnit.MILLISECONDS);
    }

    @Override
    public void contextDestroyed(ServletContextEvent stopping) {
        schedule.cancel(false);
        streams.open().open().forEach(EventStream::close);
    }

    /** Never throws: a schedule that throws is not run again. */
    private void tick() {
        try {
            Collection<EventStream> open = streams.open().open();
            if (setUp.isDue()) {
                Future<?> unused = writers.submit(setUp::look); // not here: a storage may hang
            }
            look(!open.isEmpty());
            open.forEach(this::tell);
        } catch (RuntimeException failed) {
            LogEvent.PROGRESS_FAILED.log(failed.getMessage());
        }
    }

    private void look(boolean watched) {
        try {
            samples.tick(watched);
            if (watched) {
                Sample sample = samples.last();
                seen = OverviewTelling.of(describe.of(sample), sample.work());
            }
        } catch (RuntimeException away) {
            LogEvent.PROGRESS_FAILED.log(away.getMessage());
        }
    }

    private void tell(EventStream stream) {
        Duration heartbeat = settings.progress().heartbeat();
        OverviewTelling now = seen;
        if (now != null && stream.needs(now, heartbeat)) {
            Future<?> unused = writers.submit(() -> stream.tell(now, heartbeat)); // it ends the stream where it fails
        }
    }
}
