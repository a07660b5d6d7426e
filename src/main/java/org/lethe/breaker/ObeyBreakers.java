package org.lethe.breaker;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.lethe.redelivery.HoldQueue;
import org.lethe.redelivery.LivePolicies;
import org.lethe.settings.LetheSettings;
import org.lethe.storage.StorageId;

/** Stores what this node has found out, and has it obey what is stored now. */
@Dependent
class ObeyBreakers {

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

    /** Outside of any transaction. */
    void obey() {
        for (StorageId storage : StorageId.values()) {
            live.signal(storage).ifPresent(signal -> {
                if (change.carryOut(storage, signal)) {
                    holdQueue.tell(StorageQueue.of(storage));
                }
            });
        }
        known.all().forEach(stored -> live.follow(stored.breaker(), limits(stored)));
    }

    private BreakerLimits limits(StoredBreaker stored) {
        String queue = StorageQueue.of(stored.breaker().storage());
        return stored.limits(ofSettings).openingWithin(policies.attempts(queue));
    }
}
