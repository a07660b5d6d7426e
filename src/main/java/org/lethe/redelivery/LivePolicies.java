package org.lethe.redelivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.lethe.log.LogEvent;
import org.lethe.settings.LetheSettings;

/**
 * What of the policies this node itself obeys, as they were when it looked last, some seconds ago at most. Before it has
 * looked, and for what a policy leaves open, the node's settings count. Safe for use by many threads.
 */
@ApplicationScoped
public class LivePolicies {

    /** Of the transaction in which a listener waits for a place: the rest is left for its work. */
    private static final int PART_FOR_WAITING = 3;

    private final Map<String, SessionGate> gates = Arrays.stream(ManagedQueue.values())
            .collect(Collectors.toUnmodifiableMap(ManagedQueue::queue, queue -> new SessionGate()));

    private volatile Map<String, Policy> policies = Map.of();
    private volatile Set<String> held = Set.of();
    private volatile Map<String, Long> resumedNanos = Map.of();
    private LetheSettings settings;

    @Inject
    LivePolicies(LetheSettings settings) {
        this.settings = settings;
    }

    /** For the container's proxy. */
    LivePolicies() {}

    /**
     * Works on a message of a queue as soon as its sessions allow it, at the latest after a third of the time that a
     * transaction has. It never throws for itself.
     */
    public void pass(String queue, Runnable work) {
        Duration patience = settings.transaction().timeout().dividedBy(PART_FOR_WAITING);
        SessionGate gate = gates.get(queue);
        gate.pass(patience, work, () -> LogEvent.SESSIONS_EXCEEDED.log(gate.limit(), queue, patience));
    }

    /** Deliveries before a message of the queue is given up; empty when it never is, or nobody knows yet. */
    public OptionalInt attempts(String queue) {
        return policy(queue)
                .filter(policy -> !policy.isEndless())
                .map(policy -> OptionalInt.of(policy.maxAttempts()))
                .orElseGet(OptionalInt::empty);
    }

    /** Files per message that planning makes now, 1 to 2,000. */
    public int chunkSize() {
        return policy(ManagedQueue.PLAN.queue())
                .map(Policy::chunkSize)
                .filter(size -> size > 0)
                .orElseGet(() -> settings.removal().chunkSize());
    }

    /** Whether nothing of the queue is delivered for now: somebody has decided so, or it is held back. */
    public boolean isPaused(String queue) {
        return held.contains(queue) || policy(queue).filter(Policy::paused).isPresent();
    }

    /**
     * Whether the queue has run for so long without a pause. Until then what waits on it may have waited for the end of the
     * pause only, so nothing of it counts as lost for its age.
     */
    public boolean hasRunFor(String queue, Duration time) {
        Long since = resumedNanos.get(queue);
        return !isPaused(queue) && (since == null || System.nanoTime() - since >= time.toNanos());
    }

    /** After how long a message of the queue expires that does not say so itself; zero for never. */
    public Duration expiry(String queue) {
        return policy(queue)
                .map(policy -> Duration.ofMillis(policy.expiryMillis()))
                .orElse(Duration.ZERO);
    }

    /**
     * After how long a message of the queue counts as lost: as long as is set, and never before it may have made its way
     * through all attempts, each wait and each time limit. Sent again before that, it would begin anew each time, and never
     * become a failure.
     */
    public Duration overdue(String queue, Duration set) {
        return policy(queue)
                .filter(policy -> !policy.isEndless())
                .map(this::longestWay)
                .filter(longest -> longest.compareTo(set) > 0)
                .orElse(set);
    }

    private Duration longestWay(Policy policy) {
        Duration waits = Duration.ofMillis(RedeliverySchedule.of(policy).maxTotalMillis());
        return waits.plus(settings.transaction().timeout().multipliedBy(policy.maxAttempts()));
    }

    /** From now on these. */
    void follow(List<PolicyVersion> present, List<QueueRun> runs) {
        held = runs.stream().filter(QueueRun::held).map(QueueRun::queue).collect(Collectors.toUnmodifiableSet());
        resumedNanos = runs.stream()
                .filter(run -> run.sinceResumed().isPresent())
                .collect(Collectors.toUnmodifiableMap(
                        QueueRun::queue,
                        run -> System.nanoTime()
                                - run.sinceResumed().orElseThrow().toNanos()));
        policies = present.stream()
                .collect(Collectors.toUnmodifiableMap(PolicyVersion::queue, PolicyVersion::policy, (a, b) -> b));
        policies.forEach((queue, policy) -> gates.get(queue).limit(policy.sessions()));
    }

    SessionGate gate(ManagedQueue queue) {
        return gates.get(queue.queue());
    }

    private Optional<Policy> policy(String queue) {
        return Optional.ofNullable(policies.get(queue));
    }
}
