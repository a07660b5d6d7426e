package org.lethe.callback;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import org.lethe.broker.Queues;
import org.lethe.log.LogEvent;
import org.lethe.redelivery.LivePolicies;
import org.lethe.serving.ServingGate;

/** Receives the messages of both queues of callbacks. What is not ours is reported and taken from the queue. */
@Dependent
class CallbackReceiver {

    private final ServingGate gate;
    private final LivePolicies policies;
    private final AttemptCallback attempt;
    private final GiveUpCallback giveUp;

    @Inject
    CallbackReceiver(ServingGate gate, LivePolicies policies, AttemptCallback attempt, GiveUpCallback giveUp) {
        this.gate = gate;
        this.policies = policies;
        this.attempt = attempt;
        this.giveUp = giveUp;
    }

    void receive(Message message) {
        gate.await();
        CallbackMessages.read(message)
                .ifPresentOrElse(
                        callback -> policies.pass(Queues.CALLBACK, () -> attempt.make(callback)),
                        () -> LogEvent.MESSAGE_DROPPED.log(Queues.CALLBACK));
    }

    void receiveDead(Message message) {
        gate.await();
        CallbackMessages.read(message)
                .ifPresentOrElse(giveUp::of, () -> LogEvent.MESSAGE_DROPPED.log(Queues.CALLBACK_DEAD));
    }
}
