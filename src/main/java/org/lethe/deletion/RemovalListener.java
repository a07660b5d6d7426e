package org.lethe.deletion;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import java.util.Optional;
import org.lethe.breaker.LiveBreakers;
import org.lethe.redelivery.LivePolicies;
import org.lethe.serving.ServingGate;

/**
 * Receives a message of a work queue and passes it to the one step that it is for. What is not ours is taken from the
 * queue and reported, without being deserialised and without being tried again. Lets failures fail: the broker
 * redelivers. The work begins when the sessions that are set for the queue allow it, and unless its storage is left alone.
 */
@Dependent
class RemovalListener {

    private final ServingGate gate;
    private final LivePolicies policies;
    private final LiveBreakers breakers;
    private final PlanRemoval planRemoval;
    private final RemoveFiles removeFiles;
    private final ParkRemoval parkRemoval;
    private final AttemptRecorder recorder;
    private final Event<UnreadableMessage> unreadable;

    @Inject
    RemovalListener(
            ServingGate gate,
            LivePolicies policies,
            LiveBreakers breakers,
            PlanRemoval planRemoval,
            RemoveFiles removeFiles,
            ParkRemoval parkRemoval,
            AttemptRecorder recorder,
            Event<UnreadableMessage> unreadable) {
        this.gate = gate;
        this.policies = policies;
        this.breakers = breakers;
        this.planRemoval = planRemoval;
        this.removeFiles = removeFiles;
        this.parkRemoval = parkRemoval;
        this.recorder = recorder;
        this.unreadable = unreadable;
    }

    void receive(String queue, Message message) {
        gate.await();
        read(queue, message).ifPresent(ours -> policies.pass(queue, () -> workOn(ours, message)));
    }

    private void workOn(RemovalMessage ours, Message message) {
        if (ours instanceof RemoveFilesMessage files) {
            boolean begun = breakers.pass(files.storage(), () -> attempt(files));
            if (!begun) {
                parkRemoval.park(files, ReceivedMessages.urgency(message));
            }
        } else {
            attempt(ours);
        }
    }

    private void attempt(RemovalMessage ours) {
        recorder.attempt(ours, () -> dispatch(ours));
    }

    private void dispatch(RemovalMessage message) {
        if (message instanceof PlanRemovalMessage plan) {
            planRemoval.plan(plan);
        } else {
            removeFiles.remove((RemoveFilesMessage) message);
        }
    }

    private Optional<RemovalMessage> read(String queue, Message message) {
        try {
            return Optional.of(ReceivedMessages.removal(message));
        } catch (UnreadableMessageException notOurs) {
            unreadable.fire(new UnreadableMessage(queue, ReceivedMessages.describe(message), notOurs.getMessage()));
            return Optional.empty();
        }
    }
}
