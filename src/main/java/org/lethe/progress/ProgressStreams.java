package org.lethe.progress;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.lethe.problem.Problem;
import org.lethe.problem.ProblemException;
import org.lethe.settings.LetheSettings;
import org.lethe.settings.ProgressSettings;

/** The streams that are open on this node, no more than the settings allow. Safe for use by many threads. */
@ApplicationScoped
public class ProgressStreams {

    private static final Duration COME_AGAIN = Duration.ofSeconds(10);

    private final Set<ProgressStream> open = ConcurrentHashMap.newKeySet();
    private ProgressSettings settings;

    @Inject
    ProgressStreams(LetheSettings settings) {
        this.settings = settings.progress();
    }

    /** For the container's proxy. */
    ProgressStreams() {}

    /**
     * Refuses one stream more where there are enough.
     *
     * @throws ProblemException 429 when this owner has too many open, 503 when this node has
     */
    synchronized void requireRoomFor(UUID owner) {
        open.removeIf(ProgressStream::isClosed);
        if (count(stream -> stream.owner().equals(owner)) >= settings.streamsPerOwner()) {
            throw Problem.of(
                            "too-many-requests",
                            429,
                            "An owner may watch " + settings.streamsPerOwner() + " deletions at a time on a node.")
                    .withRetryAfter(COME_AGAIN)
                    .exception();
        }
        if (open.size() >= settings.streams()) {
            throw Problem.unavailable(
                            "unavailable",
                            "This node shows the progress of " + settings.streams() + " deletions at a time, and does.",
                            COME_AGAIN)
                    .exception();
        }
    }

    synchronized void add(ProgressStream stream) {
        open.add(stream);
    }

    /** Those that are open now. */
    Collection<ProgressStream> open() {
        open.removeIf(ProgressStream::isClosed);
        return List.copyOf(open);
    }

    private long count(Predicate<ProgressStream> which) {
        return open.stream().filter(which).count();
    }
}
