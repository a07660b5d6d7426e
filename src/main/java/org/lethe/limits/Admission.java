package org.lethe.limits;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.lethe.problem.Problem;
import org.lethe.settings.AdmissionSettings;
import org.lethe.settings.LetheSettings;

/**
 * Places for requests, those of each kind apart from the others. First come, first served; who finds the queue full is
 * refused at once, and who has waited for too long then. Safe for use by many threads.
 */
@ApplicationScoped
class Admission {

    /** Clients that were refused together must not come again together. */
    private static final int LATEST_RETRY_SECONDS = 5;

    private final Map<RequestKind, Semaphore> places = new EnumMap<>(RequestKind.class);
    private final Duration patience;
    private final int longestQueue;

    @Inject
    Admission(LetheSettings settings) {
        this(settings.admission());
    }

    Admission(AdmissionSettings settings) {
        places.put(RequestKind.READS, new Semaphore(settings.reads(), true));
        places.put(RequestKind.DOWNLOADS, new Semaphore(settings.downloads(), true));
        places.put(RequestKind.WRITES, new Semaphore(settings.writes(), true));
        places.put(RequestKind.DELETES, new Semaphore(settings.deletes(), true));
        places.put(RequestKind.UPLOADS, new Semaphore(settings.uploads(), true));
        patience = settings.patience();
        longestQueue = settings.queue();
    }

    /** For the proxy. */
    Admission() {
        patience = Duration.ZERO;
        longestQueue = 0;
    }

    /** A place; its holder leaves it in the end. Empty when there is none, now or in time. */
    Optional<Place> enter(RequestKind kind) {
        Semaphore free = places.get(kind);
        if (free.tryAcquire() || (waiting(kind) < longestQueue && isFreeInTime(free))) {
            return Optional.of(free::release);
        }
        return Optional.empty();
    }

    /** Whether one more of this kind would be refused at once; it may be otherwise a moment later. */
    boolean isFull(RequestKind kind) {
        return places.get(kind).availablePermits() == 0 && waiting(kind) >= longestQueue;
    }

    int waiting(RequestKind kind) {
        return places.get(kind).getQueueLength();
    }

    private boolean isFreeInTime(Semaphore free) {
        try {
            return free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    static Problem refusal(RequestKind kind) {
        return Problem.unavailable(
                "busy",
                "There are more %s than this server can carry out at the moment. Nothing was done."
                        .formatted(kind.wireName()),
                Duration.ofSeconds(ThreadLocalRandom.current().nextInt(1, LATEST_RETRY_SECONDS + 1)));
    }

    /** In which a request is carried out. */
    @FunctionalInterface
    interface Place {
        void leave();
    }
}
