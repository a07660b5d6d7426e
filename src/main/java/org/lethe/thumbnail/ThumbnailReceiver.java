package org.lethe.thumbnail;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import org.lethe.broker.Queues;
import org.lethe.log.LogEvent;
import org.lethe.redelivery.LivePolicies;
import org.lethe.serving.ServingGate;

/** Receives a message of the thumbnails' queue. Lets failures fail: the broker redelivers. */
@Dependent
class ThumbnailReceiver {

    private final ServingGate gate;
    private final LivePolicies policies;
    private final MakeThumbnails make;

    @Inject
    ThumbnailReceiver(ServingGate gate, LivePolicies policies, MakeThumbnails make) {
        this.gate = gate;
        this.policies = policies;
        this.make = make;
    }

    void receive(Message message) {
        gate.await();
        ThumbnailMessages.photo(message)
                .ifPresentOrElse(
                        photo -> policies.pass(Queues.THUMBNAIL, () -> make.of(photo)),
                        () -> LogEvent.MESSAGE_DROPPED.log(Queues.THUMBNAIL));
    }
}
