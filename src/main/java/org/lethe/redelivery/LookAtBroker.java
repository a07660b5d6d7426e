package org.lethe.redelivery;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/**
 * Looks at what the broker has of a queue, outside of any transaction first: one that hangs holds up nobody who wants to
 * change the queue's policy meanwhile, and nothing is locked while there is nothing to do.
 */
@Dependent
class LookAtBroker {

    private final PresentPolicy present;
    private final BrokerSide broker;
    private final SettleWithBroker settle;

    @Inject
    LookAtBroker(PresentPolicy present, BrokerSide broker, SettleWithBroker settle) {
        this.present = present;
        this.broker = broker;
        this.settle = settle;
    }

    /** @throws org.lethe.broker.BrokerUnavailableException when it does not answer; the next round tries again */
    void at(ManagedQueue queue) {
        ToldSettings actual = broker.present(queue);
        if (!present.isSettledWith(queue, actual)) {
            settle.settle(queue);
        }
    }
}
