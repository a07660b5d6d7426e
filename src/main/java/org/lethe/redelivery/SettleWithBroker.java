package org.lethe.redelivery;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.stream.Collectors;
import org.lethe.change.Difference;
import org.lethe.log.LogEvent;

/**
 * Holds what the broker has against what is stored, and tells it what it was not told yet. What the broker has now and
 * is neither the present version nor the one that it was last seen to have, somebody changed there by hand: that is never
 * overwritten by itself.
 *
 * <p>All of it happens under the lock of the queue's state, so nobody takes for a change by hand what another node is
 * telling just now. The lock is held for a few questions to the broker, each of which has a time limit.
 *
 * <p>What the broker should have is what the policy says, and paused as long as the queue is held back ({@link HoldQueue}).
 */
@Dependent
class SettleWithBroker {

    private final PolicyVersions versions;
    private final BrokerSide broker;

    @Inject
    SettleWithBroker(PolicyVersions versions, BrokerSide broker) {
        this.versions = versions;
        this.broker = broker;
    }

    /**
     * Looks, and tells what is due.
     *
     * @throws org.lethe.broker.BrokerUnavailableException when the broker does not answer; nothing is lost, the next
     *     round tries again
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void settle(ManagedQueue queue) {
        versions.lock(queue).ifPresent(state -> settle(queue, state));
    }

    private void settle(ManagedQueue queue, QueueState state) {
        PolicyVersion wanted = version(queue, state.version());
        ToldSettings due = wanted.told().held(state.held());
        settleHold(queue, state, due.paused());
        ToldSettings actual = broker.present(queue);
        if (!actual.isSameAs(due) && isAsBefore(queue, state, due, actual)) {
            actual = tell(queue, wanted.version(), due);
        }
        if (actual.isSameAs(due)) {
            confirm(queue, state);
        } else {
            drifted(queue, state, wanted.version(), due.differencesTo(actual));
        }
    }

    /** Of its own: a queue is held back, or let go, also while somebody has to settle a drift of the rest. */
    private void settleHold(ManagedQueue queue, QueueState state, boolean isPaused) {
        if (!state.isHoldConfirmed()) {
            broker.pause(queue, isPaused);
            versions.holdConfirmed(queue);
        }
    }

    /**
     * Puts the stored version in the place of what somebody set by hand, in the caller's transaction and under its lock.
     *
     * @throws org.lethe.broker.BrokerUnavailableException when the broker does not answer
     * @throws IllegalStateException when the broker does not have it then
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void overwrite(ManagedQueue queue, QueueState state, PolicyVersion wanted) {
        ToldSettings due = wanted.told().held(state.held());
        ToldSettings actual = tell(queue, wanted.version(), due);
        if (!actual.isSameAs(due)) {
            throw new IllegalStateException("the broker does not take version " + wanted.version() + " of "
                    + queue.queue() + ": " + describe(due.differencesTo(actual)));
        }
        versions.confirmed(queue);
    }

    /** What was not told yet, or told in part when it broke off; what is confirmed was told. */
    private boolean isAsBefore(ManagedQueue queue, QueueState state, ToldSettings due, ToldSettings actual) {
        if (state.version() == state.confirmedVersion()) {
            return false;
        }
        ToldSettings before = version(queue, state.confirmedVersion()).told().held(state.held());
        boolean address = actual.hasAddressOf(before) || actual.hasAddressOf(due);
        boolean paused = actual.paused() == before.paused() || actual.paused() == due.paused();
        return address && paused;
    }

    private ToldSettings tell(ManagedQueue queue, int version, ToldSettings due) {
        ToldSettings actual = broker.tell(queue, due);
        LogEvent.REDELIVERY_TOLD.log(version, queue.queue());
        return actual;
    }

    private void confirm(ManagedQueue queue, QueueState state) {
        if (!state.isConfirmed() || state.isDrifted()) {
            versions.confirmed(queue);
        }
    }

    private void drifted(ManagedQueue queue, QueueState state, int version, List<Difference> drift) {
        if (!state.isDrifted()) {
            versions.drifted(queue);
            LogEvent.REDELIVERY_DRIFT.log(queue.queue(), version, describe(drift));
        }
    }

    private static String describe(List<Difference> drift) {
        return drift.stream()
                .map(one -> one.member() + " " + one.from() + " is " + one.to())
                .collect(Collectors.joining(", "));
    }

    private PolicyVersion version(ManagedQueue queue, int version) {
        return versions.find(queue, version)
                .orElseThrow(() -> new IllegalStateException("no version " + version + " of " + queue.queue()));
    }
}
