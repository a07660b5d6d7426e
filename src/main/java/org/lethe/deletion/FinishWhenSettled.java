package org.lethe.deletion;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Asks, after each commit that settled removals, whether their deletion is complete. Only a push: what it misses, the
 * reconciler finds. Asks once for many commits that come together. Safe for use by many threads.
 */
@ApplicationScoped
class FinishWhenSettled {

    private final Set<UUID> asked = ConcurrentHashMap.newKeySet();

    @Resource
    ManagedExecutorService executor;

    @Inject
    FinishDeletion finishDeletion;

    void settled(@Observes(during = TransactionPhase.AFTER_SUCCESS) RemovalsSettled event) {
        if (asked.add(event.deletionId())) {
            executor.execute(() -> finish(event.deletionId()));
        }
    }

    private void finish(UUID deletion) {
        asked.remove(deletion); // before asking: a commit from here on asks again
        finishDeletion.finish(deletion);
    }
}
