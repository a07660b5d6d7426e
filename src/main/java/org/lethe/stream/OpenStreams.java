package org.lethe.stream;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.lethe.problem.Problem;
import org.lethe.problem.ProblemException;

/** The streams of one kind that are open on this node, no more than there may be. Safe for use by many threads. */
public final class OpenStreams {

    private static final Duration COME_AGAIN = Duration.ofSeconds(10);

    /** For the reset of a client that is gone to arrive. */
    private static final Duration BETWEEN_PROBES = Duration.ofMillis(100);

    private final Set<EventStream> open = ConcurrentHashMap.newKeySet();
    private final int most;
    private final int mostOfAccount;
    private final String what;

    /**
     * @param most on this node
     * @param mostOfAccount of one account, on this node
     * @param what is watched, in words
     */
    public OpenStreams(int most, int mostOfAccount, String what) {
        this.most = most;
        this.mostOfAccount = mostOfAccount;
        this.what = what;
    }

    /**
     * Refuses one more where there are enough. Those who come at the same moment may be let in together. Takes 100 ms where
     * it has to find out who left.
     *
     * @throws ProblemException 429 when this account has too many open, 503 when this node has
     */
    public void requireRoomFor(UUID account) {
        if (of(account).size() >= mostOfAccount) {
            closeThoseLeft(account);
        }
        if (of(account).size() >= mostOfAccount) {
            throw Problem.of(
                            "too-many-requests",
                            429,
                            "An account may watch " + mostOfAccount + " " + what + " at a time on a node.")
                    .withRetryAfter(COME_AGAIN)
                    .exception();
        }
        if (open.size() >= most) {
            throw Problem.unavailable(
                            "unavailable", "This node shows " + most + " " + what + " at a time, and does.", COME_AGAIN)
                    .exception();
        }
    }

    /** A client that is gone shows only when it is written to: it answers a first word with a reset, and fails at the second. */
    private void closeThoseLeft(UUID account) {
        of(account).forEach(EventStream::probe);
        LockSupport.parkNanos(BETWEEN_PROBES.toNanos());
        of(account).forEach(EventStream::probe);
    }

    public void add(EventStream stream) {
        open.add(stream);
    }

    private List<EventStream> of(UUID account) {
        return open().stream()
                .filter(stream -> stream.account().equals(account))
                .toList();
    }

    /** Those that are open now. */
    public Collection<EventStream> open() {
        open.removeIf(EventStream::isClosed);
        return List.copyOf(open);
    }
}
