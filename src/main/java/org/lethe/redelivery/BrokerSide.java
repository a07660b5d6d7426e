package org.lethe.redelivery;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import org.lethe.broker.BrokerManagement;
import org.lethe.broker.BrokerUnavailableException;
import org.lethe.broker.QueueDepth;

/** What the broker has of a queue, and how it is told something else. */
@Dependent
class BrokerSide {

    private final BrokerManagement broker;

    @Inject
    BrokerSide(BrokerManagement broker) {
        this.broker = broker;
    }

    /** @throws BrokerUnavailableException when it does not answer */
    ToldSettings present(ManagedQueue queue) {
        return new ToldSettings(
                PolicyJson.parse(broker.addressSettings(queue.queue())), broker.isPaused(queue.queue()));
    }

    /**
     * Puts everything in the place of what the broker has. When it breaks off, the broker has all of the settings of the
     * address, or none, and is paused as before or as told.
     *
     * @return what the broker has then
     * @throws BrokerUnavailableException when it does not answer
     */
    ToldSettings tell(ManagedQueue queue, ToldSettings told) {
        broker.replaceAddressSettings(queue.queue(), told.address().toString());
        pause(queue, told.paused());
        return present(queue);
    }

    /**
     * Lets the queue deliver nothing, or deliver.
     *
     * @throws BrokerUnavailableException when it does not answer
     */
    void pause(ManagedQueue queue, boolean isPaused) {
        if (isPaused) {
            broker.pause(queue.queue());
        } else {
            broker.resume(queue.queue());
        }
    }

    /** Delivers now what waits for its next attempt, or for the end of a restore window. */
    void deliverNow(ManagedQueue queue) {
        broker.deliverScheduled(queue.queue());
    }

    /** @throws BrokerUnavailableException when it does not answer */
    QueueDepth depth(ManagedQueue queue) {
        return broker.depth(queue.queue());
    }

    /** Whether what is given up is kept: its address is set, and a queue has that name. */
    boolean keepsDeadLetters(ToldSettings present) {
        return Optional.of(present.address().getString("deadLetterAddress", ""))
                .filter(address -> broker.queueNames().contains(address))
                .isPresent();
    }
}
