package org.lethe.deletion;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.lethe.log.LogEvent;

/**
 * Asks, soon after a commit that settled removals, whether their deletion is complete; once for all commits that come
 * together. Only a push: what it misses, the reconciler finds. Safe for use by many threads.
 */
@ApplicationScoped
class FinishWhenSettled {

    private static final long TOGETHER_MILLIS = 25;

    private final Set<UUID> asked = ConcurrentHashMap.newKeySet();

    @Resource
    ManagedScheduledExecutorService scheduler;

    @Inject
    FinishDeletion finishDeletion;

    void settled(@Observes(during = TransactionPhase.AFTER_SUCCESS) RemovalsSettled event) {
        if (asked.add(event.deletionId())) {
            ScheduledFuture<?> unused = scheduler.schedule( // it tells of its failure itself
                    () -> finish(event.deletionId()), TOGETHER_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void finish(UUID deletion) {
        asked.remove(deletion); // before asking: a commit from here on asks again
        try {
            finishDeletion.finish(deletion);
        } catch (RuntimeException failed) {
            LogEvent.FINISH_FAILED.log(deletion, failed.getMessage());
        }
    }
}
