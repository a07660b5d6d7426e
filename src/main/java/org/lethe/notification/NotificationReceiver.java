package org.lethe.notification;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import org.lethe.broker.Queues;
import org.lethe.log.LogEvent;
import org.lethe.push.AttemptRow;
import org.lethe.push.RowMessage;
import org.lethe.redelivery.LivePolicies;
import org.lethe.serving.ServingGate;

/** Receives the messages of both queues of notifications. What is not ours is reported and taken from the queue. */
@Dependent
class NotificationReceiver {

    private final ServingGate gate;
    private final LivePolicies policies;
    private final AttemptRow attempt;
    private final SendNotification send;
    private final NotificationAttempts attempts;

    @Inject
    NotificationReceiver(
            ServingGate gate,
            LivePolicies policies,
            AttemptRow attempt,
            SendNotification send,
            NotificationAttempts attempts) {
        this.gate = gate;
        this.policies = policies;
        this.attempt = attempt;
        this.send = send;
        this.attempts = attempts;
    }

    void receive(Message message) {
        gate.await();
        NotificationMessages.read(message)
                .ifPresentOrElse(
                        notification -> policies.pass(Queues.NOTIFICATION, () -> attempt(notification)),
                        () -> LogEvent.MESSAGE_DROPPED.log(Queues.NOTIFICATION));
    }

    private void attempt(RowMessage notification) {
        attempt.make(notification, send::send, attempts::failed, LogEvent.NOTIFICATION_NOT_DELIVERED);
    }

    void receiveDead(Message message) {
        gate.await();
        NotificationMessages.read(message)
                .ifPresentOrElse(attempts::gaveUp, () -> LogEvent.MESSAGE_DROPPED.log(Queues.NOTIFICATION_DEAD));
    }
}
