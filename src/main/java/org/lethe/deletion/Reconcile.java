package org.lethe.deletion;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.lethe.breaker.StorageQueue;
import org.lethe.broker.BrokerManagement;
import org.lethe.broker.Queues;
import org.lethe.redelivery.LivePolicies;
import org.lethe.settings.LetheSettings;
import org.lethe.settings.ReconcileSettings;
import org.lethe.storage.StorageId;

/**
 * Sends again for rows whose message is lost. No transaction manager survives everything, so a message can be missing;
 * with this, that costs time and never a file. A row whose queue is empty waits for nothing, so it is sent again after
 * a short grace; while the queue holds messages its own may be among them, so only after a long time. What comes twice
 * does no harm: the earlier message is of an older generation.
 */
@Dependent
class Reconcile {

    private static final int MOST = 50;

    private final Deletions deletions;
    private final FileRemovals removals;
    private final RemovalMessages messages;
    private final SendAgain sendAgain;
    private final BrokerManagement broker;
    private final LivePolicies policies;
    private final LetheSettings settings;

    @Inject
    Reconcile(
            Deletions deletions,
            FileRemovals removals,
            RemovalMessages messages,
            SendAgain sendAgain,
            BrokerManagement broker,
            LivePolicies policies,
            LetheSettings settings) {
        this.deletions = deletions;
        this.removals = removals;
        this.messages = messages;
        this.sendAgain = sendAgain;
        this.broker = broker;
        this.policies = policies;
        this.settings = settings;
    }

    /** The deletions that could be closed: what would have closed them was missed. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public List<UUID> unfinished() {
        return deletions.unfinishedWithoutWaiting(MOST);
    }

    /**
     * Pushes deletions whose planning stands still; none while somebody has it paused.
     *
     * @return how many
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public int planning() {
        if (policies.isPaused(Queues.PLAN)) {
            return 0;
        }
        List<UUID> stalled = patience(Queues.PLAN)
                .map(patience -> deletions.stalledInPlanning(patience, MOST))
                .orElse(List.of());
        stalled.forEach(sendAgain::planning);
        return stalled.size();
    }

    /**
     * Pushes removals of one storage that wait without a message; none while its queue is paused or held back.
     *
     * @return how many; 0 when there are no more
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public int removals(StorageId storage) {
        String queue = StorageQueue.of(storage);
        if (policies.isPaused(queue)) {
            return 0;
        }
        List<RemoveFilesMessage> pushed = patience(queue)
                .map(patience -> removals.pushAgain(storage, patience.toSeconds(), MOST))
                .orElse(List.of());
        messages.sendAll(pushed, Urgency.ALONE);
        return pushed.size();
    }

    /**
     * After how long a message of the queue counts as lost now; empty while none does, as they may have waited for the end
     * of a pause only. A message that was given up still belongs to its row until it has been recorded.
     */
    private Optional<Duration> patience(String queue) {
        ReconcileSettings patience = settings.reconcile();
        boolean nothing = Stream.of(queue, Queues.DEAD, Queues.EXPIRED)
                .allMatch(one -> broker.depth(one).holdsNothing());
        if (nothing) {
            return Optional.of(patience.grace());
        }
        return Optional.of(policies.overdue(queue, patience.overdue()))
                .filter(overdue -> policies.hasRunFor(queue, overdue));
    }
}
