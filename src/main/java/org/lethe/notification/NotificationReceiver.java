package org.lethe.notification;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import org.lethe.broker.Queues;
import org.lethe.log.LogEvent;
import org.lethe.redelivery.LivePolicies;
import org.lethe.serving.ServingGate;

/** Receives the messages of both queues of notifications. What is not ours is reported and taken from the queue. */
@Dependent
class NotificationReceiver {

    private final ServingGate gate;
    private final LivePolicies policies;
    private final AttemptNotification attempt;
    private final GiveUpNotification giveUp;

    @Inject
    NotificationReceiver(
            ServingGate gate, LivePolicies policies, AttemptNotification attempt, GiveUpNotification giveUp) {
        this.gate = gate;
        this.policies = policies;
        this.attempt = attempt;
        this.giveUp = giveUp;
    }

    void receive(Message message) {
        gate.await();
        NotificationMessages.read(message)
                .ifPresentOrElse(
                        notification -> policies.pass(Queues.NOTIFICATION, () -> attempt.make(notification)),
                        () -> LogEvent.MESSAGE_DROPPED.log(Queues.NOTIFICATION));
    }

    void receiveDead(Message message) {
        gate.await();
        NotificationMessages.read(message)
                .ifPresentOrElse(giveUp::of, () -> LogEvent.MESSAGE_DROPPED.log(Queues.NOTIFICATION_DEAD));
    }
}
