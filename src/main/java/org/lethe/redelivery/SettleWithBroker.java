package org.lethe.redelivery;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.stream.Collectors;
import org.lethe.log.LogEvent;

/**
 * Holds what the broker has against what is stored, and tells it what it was not told yet. What the broker has now and
 * is neither the present version nor the one that it was last seen to have, somebody changed there by hand: that is never
 * overwritten by itself.
 *
 * <p>All of it happens under the lock of the queue's state, so nobody takes for a change by hand what another node is
 * telling just now. The lock is held for a few questions to the broker, each of which has a time limit.
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
        ToldSettings actual = broker.present(queue);
        if (!actual.isSameAs(wanted.told()) && isAsBefore(queue, state, wanted, actual)) {
            actual = tell(queue, wanted);
        }
        if (actual.isSameAs(wanted.told())) {
            confirm(queue, state);
        } else {
            drifted(queue, state, wanted, actual);
        }
    }

    /**
     * Puts the stored version in the place of what somebody set by hand, in the caller's transaction and under its lock.
     *
     * @throws org.lethe.broker.BrokerUnavailableException when the broker does not answer
     * @throws IllegalStateException when the broker does not have it then
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void overwrite(ManagedQueue queue, PolicyVersion wanted) {
        ToldSettings actual = tell(queue, wanted);
        if (!actual.isSameAs(wanted.told())) {
            throw new IllegalStateException("the broker does not take version " + wanted.version() + " of "
                    + queue.queue() + ": " + describe(wanted, actual));
        }
        versions.confirmed(queue);
    }

    /** What was not told yet, or told in part when it broke off; what is confirmed was told. */
    private boolean isAsBefore(ManagedQueue queue, QueueState state, PolicyVersion wanted, ToldSettings actual) {
        if (state.isConfirmed()) {
            return false;
        }
        ToldSettings before = version(queue, state.confirmedVersion()).told();
        boolean address = actual.hasAddressOf(before) || actual.hasAddressOf(wanted.told());
        boolean paused = actual.paused() == before.paused()
                || actual.paused() == wanted.told().paused();
        return address && paused;
    }

    private ToldSettings tell(ManagedQueue queue, PolicyVersion wanted) {
        ToldSettings actual = broker.tell(queue, wanted.told());
        LogEvent.REDELIVERY_TOLD.log(wanted.version(), queue.queue());
        return actual;
    }

    private void confirm(ManagedQueue queue, QueueState state) {
        if (!state.isConfirmed() || state.isDrifted()) {
            versions.confirmed(queue);
        }
    }

    private void drifted(ManagedQueue queue, QueueState state, PolicyVersion wanted, ToldSettings actual) {
        if (!state.isDrifted()) {
            versions.drifted(queue);
            LogEvent.REDELIVERY_DRIFT.log(queue.queue(), wanted.version(), describe(wanted, actual));
        }
    }

    private static String describe(PolicyVersion wanted, ToldSettings actual) {
        return wanted.told().differencesTo(actual).stream()
                .map(one -> one.member() + " " + one.from() + " is " + one.to())
                .collect(Collectors.joining(", "));
    }

    private PolicyVersion version(ManagedQueue queue, int version) {
        return versions.find(queue, version)
                .orElseThrow(() -> new IllegalStateException("no version " + version + " of " + queue.queue()));
    }
}
