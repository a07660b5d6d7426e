package org.lethe.requester;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.jms.Destination;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import jakarta.jms.TemporaryQueue;
import jakarta.jms.TextMessage;
import java.util.Optional;
import org.lethe.reply.ReplyAddress;
import org.lethe.reply.Requester;
import org.lethe.serving.ServingGate;
import org.lethe.settings.Secret;

/** Receives the messages of requests, and of those that the broker has given up. Nothing is deserialised. */
@Dependent
class RequestReceiver {

    private static final String TOKEN = "lethe_token";
    private static final String KEY = "lethe_idempotency_key";

    private final ServingGate gate;
    private final AttemptRequest attempt;
    private final GiveUpRequest giveUp;

    @Inject
    RequestReceiver(ServingGate gate, AttemptRequest attempt, GiveUpRequest giveUp) {
        this.gate = gate;
        this.attempt = attempt;
        this.giveUp = giveUp;
    }

    void receive(Message message) {
        gate.await();
        attempt.make(read(message));
    }

    void receiveDead(Message message) {
        gate.await();
        giveUp.of(read(message));
    }

    private static ReceivedRequest read(Message message) {
        try {
            String id = String.valueOf(message.getJMSMessageID());
            Optional<String> replyTo = queue(message.getJMSReplyTo());
            Optional<ReplyAddress> address = replyTo.flatMap(ReplyAddress::of);
            String correlation =
                    Optional.ofNullable(message.getJMSCorrelationID()).orElse(id);
            return new ReceivedRequest(
                    id,
                    message instanceof TextMessage text ? Optional.ofNullable(text.getText()) : Optional.empty(),
                    Optional.ofNullable(message.getStringProperty(TOKEN)).map(Secret::new),
                    Optional.ofNullable(message.getStringProperty(KEY)),
                    address.map(to -> new Requester(to, correlation)),
                    replyTo.filter(name -> address.isEmpty()));
        } catch (JMSException unreadable) {
            throw new JMSRuntimeException("a request cannot be read", unreadable.getErrorCode(), unreadable);
        }
    }

    /** What is none, or lives only as long as its connection, has a name that no reply goes to. */
    private static Optional<String> queue(Destination replyTo) throws JMSException {
        if (replyTo == null) {
            return Optional.empty();
        }
        boolean isQueue = replyTo instanceof Queue && !(replyTo instanceof TemporaryQueue);
        return Optional.of(isQueue ? ((Queue) replyTo).getQueueName() : "no lasting queue");
    }
}
