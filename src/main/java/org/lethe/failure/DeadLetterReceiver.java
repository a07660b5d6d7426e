package org.lethe.failure;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.util.Optional;
import org.lethe.deletion.ReceivedMessages;
import org.lethe.deletion.RemovalMessage;
import org.lethe.deletion.UnreadableMessage;
import org.lethe.deletion.UnreadableMessageException;
import org.lethe.serving.ServingGate;

/**
 * Receives what the broker moved to the dead-letter or expiry queue. When recording fails, the message stays on its
 * queue and comes again: these queues have no maximum of attempts.
 */
@Dependent
class DeadLetterReceiver {

    /** Set by the broker: the queue that a message was moved from. */
    private static final String ORIGINAL_QUEUE = "_AMQ_ORIG_QUEUE";

    private final ServingGate gate;
    private final RecordDeadLetter record;

    @Inject
    DeadLetterReceiver(ServingGate gate, RecordDeadLetter record) {
        this.gate = gate;
        this.record = record;
    }

    void receive(String what, String receivedFrom, Message message) {
        gate.await();
        String queue = originalQueue(message).orElse(receivedFrom);
        try {
            RemovalMessage removal = ReceivedMessages.removal(message);
            record.record(new DeadLetter(queue, what), removal);
        } catch (UnreadableMessageException notOurs) {
            record.unreadable(new UnreadableMessage(queue, ReceivedMessages.describe(message), notOurs.getMessage()));
        }
    }

    private static Optional<String> originalQueue(Message message) {
        try {
            return Optional.ofNullable(message.getStringProperty(ORIGINAL_QUEUE));
        } catch (JMSException unreadable) {
            return Optional.empty();
        }
    }
}
