package org.lethe.check;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * Looks at every trap of the set-up that can be seen while the node serves, and keeps what it saw for ten seconds. Safe for
 * use by many threads.
 */
@ApplicationScoped
public class SetUp {

    private static final Duration KEPT = Duration.ofSeconds(10);

    /** While something is wrong somebody may be mending it. */
    private static final Duration KEPT_WHEN_FAILING = Duration.ofSeconds(3);

    private final ReentrantLock looking = new ReentrantLock();

    private List<Look> looks;
    private volatile Seen seen;
    private volatile long seenAt;

    @Inject
    SetUp(LookAtBroker broker, LookAtDatabase database, LookAtStorages storages, LookAtClocks clocks) {
        this.looks = Stream.of(broker.looks(), database.looks(), storages.looks(), clocks.looks())
                .flatMap(List::stream)
                .toList();
    }

    /** For the container's proxy. */
    SetUp() {}

    /** All checks, as they were at a time. */
    public record Seen(Instant at, List<Check> checks) {}

    /** Looks, or tells what was seen when that was just now, or when somebody else is looking: a storage may hang. */
    public Seen look() {
        Seen known = seen;
        if (known != null && (isFresh() || looking.isLocked())) {
            return known;
        }
        looking.lock();
        try {
            if (!isFresh()) {
                List<Check> checks = looks.stream().map(Look::look).toList();
                seen = new Seen(Instant.now(), checks);
                seenAt = System.nanoTime();
            }
            return seen;
        } finally {
            looking.unlock();
        }
    }

    /** What was seen last, without looking; nothing before anybody has. */
    public List<Check> seen() {
        Seen known = seen;
        return known == null ? List.of() : known.checks();
    }

    /** Whether it is time to look again, and nobody does. */
    public boolean isDue() {
        return !isFresh() && !looking.isLocked();
    }

    private boolean isFresh() {
        Seen known = seen;
        if (known == null) {
            return false;
        }
        boolean isWell = known.checks().stream().noneMatch(check -> check.is(Check.State.FAIL));
        Duration limit = isWell ? KEPT : KEPT_WHEN_FAILING;
        return System.nanoTime() - seenAt < limit.toNanos();
    }
}
