package org.lethe.callback;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import org.lethe.broker.Queues;
import org.lethe.log.LogEvent;
import org.lethe.push.AttemptRow;
import org.lethe.push.RowMessage;
import org.lethe.redelivery.LivePolicies;
import org.lethe.serving.ServingGate;

/** Receives the messages of both queues of callbacks. What is not ours is reported and taken from the queue. */
@Dependent
class CallbackReceiver {

    private final ServingGate gate;
    private final LivePolicies policies;
    private final AttemptRow attempt;
    private final SendCallback send;
    private final CallbackAttempts attempts;

    @Inject
    CallbackReceiver(
            ServingGate gate, LivePolicies policies, AttemptRow attempt, SendCallback send, CallbackAttempts attempts) {
        this.gate = gate;
        this.policies = policies;
        this.attempt = attempt;
        this.send = send;
        this.attempts = attempts;
    }

    void receive(Message message) {
        gate.await();
        CallbackMessages.read(message)
                .ifPresentOrElse(
                        callback -> policies.pass(Queues.CALLBACK, () -> attempt(callback)),
                        () -> LogEvent.MESSAGE_DROPPED.log(Queues.CALLBACK));
    }

    private void attempt(RowMessage callback) {
        attempt.make(callback, send::send, attempts::failed, LogEvent.CALLBACK_NOT_DELIVERED);
    }

    void receiveDead(Message message) {
        gate.await();
        CallbackMessages.read(message)
                .ifPresentOrElse(attempts::gaveUp, () -> LogEvent.MESSAGE_DROPPED.log(Queues.CALLBACK_DEAD));
    }
}
