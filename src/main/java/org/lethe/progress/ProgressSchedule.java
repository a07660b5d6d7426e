package org.lethe.progress;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.lethe.deletion.DeletionView;
import org.lethe.deletion.FindDeletions;
import org.lethe.log.LogEvent;
import org.lethe.settings.LetheSettings;
import org.lethe.settings.ProgressSettings;
import org.lethe.stream.EventStream;

/**
 * Looks once every {@code lethe.progress.period} how all watched deletions stand, in one question for all of them, and
 * has those streams written to that have something to be told. A stream holds no thread but while it is written to.
 * While the database is away, streams are kept alive by what was seen last.
 */
@WebListener
public class ProgressSchedule implements ServletContextListener {

    @Resource
    ManagedScheduledExecutorService scheduler;

    @Resource
    ManagedExecutorService writers;

    @Inject
    ProgressStreams streams;

    @Inject
    FindDeletions find;

    @Inject
    LetheSettings settings;

    private final Map<UUID, DeletionView> seen = new HashMap<>();
    private ScheduledFuture<?> schedule;

    @Override
    public void contextInitialized(ServletContextEvent started) {
        long period = settings.progress().period().toMillis();
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
            look(open.stream().map(EventStream::about).collect(Collectors.toSet()));
            open.forEach(this::tell);
        } catch (RuntimeException failed) {
            LogEvent.PROGRESS_FAILED.log(failed.getMessage());
        }
    }

    private void look(Collection<UUID> watched) {
        seen.keySet().retainAll(watched);
        if (watched.isEmpty()) {
            return;
        }
        try {
            seen.putAll(find.these(watched));
        } catch (RuntimeException away) {
            LogEvent.PROGRESS_FAILED.log(away.getMessage());
        }
    }

    private void tell(EventStream stream) {
        DeletionView view = seen.get(stream.about());
        if (view == null) {
            return; // it came after the question, or the database is away: the next tick knows
        }
        ProgressEvent now = ProgressEvent.of(view);
        ProgressSettings limits = settings.progress();
        if (stream.needs(now, limits.heartbeat())) {
            Future<?> unused =
                    writers.submit(() -> stream.tell(now, limits.heartbeat())); // it ends the stream where it fails
        }
    }
}
