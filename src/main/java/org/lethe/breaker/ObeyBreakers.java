package org.lethe.breaker;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import org.lethe.log.LogEvent;
import org.lethe.redelivery.HoldQueue;
import org.lethe.redelivery.LivePolicies;
import org.lethe.serving.Follower;
import org.lethe.settings.LetheSettings;
import org.lethe.storage.StorageId;

/** Stores what this node has found out, and has it obey what is stored now. */
@Dependent
class ObeyBreakers implements Follower {

    private static final Duration PERIOD = Duration.ofSeconds(1);

    private final LiveBreakers live;
    private final KnownBreakers known;
    private final ChangeBreaker change;
    private final HoldQueue holdQueue;
    private final LivePolicies policies;
    private final BreakerLimits ofSettings;

    @Inject
    ObeyBreakers(
            LiveBreakers live,
            KnownBreakers known,
            ChangeBreaker change,
            HoldQueue holdQueue,
            LivePolicies policies,
            LetheSettings settings) {
        this.live = live;
        this.known = known;
        this.change = change;
        this.holdQueue = holdQueue;
        this.policies = policies;
        this.ofSettings = BreakerLimits.of(settings.breaker());
    }

    @Override
    public Duration period() {
        return PERIOD;
    }

    @Override
    public void obey() {
        for (StorageId storage : StorageId.values()) {
            live.signal(storage).ifPresent(signal -> {
                if (change.carryOut(storage, signal)) {
                    holdQueue.tell(StorageQueue.of(storage));
                }
            });
        }
        known.all().forEach(stored -> live.follow(stored.breaker(), limits(stored)));
    }

    @Override
    public LogEvent blind() {
        return LogEvent.BREAKERS_UNREADABLE;
    }

    private BreakerLimits limits(StoredBreaker stored) {
        String queue = StorageQueue.of(stored.breaker().storage());
        return stored.limits(ofSettings).openingWithin(policies.attempts(queue));
    }
}
