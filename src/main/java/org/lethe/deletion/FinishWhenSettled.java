package org.lethe.deletion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers, after a commit that settled removals, that their deletion may be complete; once for all commits that come
 * together. Only a push: what it misses, the reconciler finds. Safe for use by many threads.
 */
@ApplicationScoped
class FinishWhenSettled {

    private final Set<UUID> asked = ConcurrentHashMap.newKeySet();

    void settled(@Observes(during = TransactionPhase.AFTER_SUCCESS) RemovalsSettled event) {
        asked.add(event.deletionId());
    }

    /** The deletions that are to be looked at now; a commit from here on asks again. */
    List<UUID> take() {
        List<UUID> taken = new ArrayList<>(asked);
        asked.removeAll(taken);
        return taken;
    }
}
