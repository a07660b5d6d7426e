package org.lethe.callback;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSProducer;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import jakarta.jms.TextMessage;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.lethe.broker.Queues;
import org.lethe.problem.Problem;

/**
 * Sends the messages of callbacks inside of the caller's transaction, and reads them: JSON, version 1. Unknown members are
 * ignored.
 */
@Dependent
class CallbackMessages {

    private static final int VERSION = 1;
    private static final Duration COME_AGAIN = Duration.ofSeconds(5);

    /** Looked up once: {@code Json} would search every archive for it each time. */
    private static final JsonProvider JSON = JsonProvider.provider();

    @Resource(lookup = "jms/lethe")
    ConnectionFactory broker;

    /** Sends them. Write to the database first, so that it is committed first. */
    void send(Collection<CallbackMessage> messages) {
        if (messages.isEmpty()) {
            return;
        }
        try (JMSContext session = broker.createContext()) {
            JMSProducer producer = session.createProducer();
            Queue queue = session.createQueue(Queues.CALLBACK);
            messages.forEach(message -> producer.send(queue, write(message)));
        } catch (RuntimeException unreachable) { // not only of JMS: closing a session whose broker died meanwhile
            throw Problem.unavailable(
                            "broker-unavailable",
                            "The message broker does not take the message now, so nothing was changed. Try again.",
                            COME_AGAIN)
                    .exception(unreachable);
        }
    }

    static String write(CallbackMessage message) {
        return JSON.createObjectBuilder()
                .add("version", VERSION)
                .add("type", "SendCallback")
                .add("deletionId", message.deletionId().toString())
                .add("generation", message.generation())
                .build()
                .toString();
    }

    /** What a message says; empty when it is not ours. Nothing is deserialised. */
    static Optional<CallbackMessage> read(Message message) {
        try {
            return message instanceof TextMessage text ? read(String.valueOf(text.getText())) : Optional.empty();
        } catch (JMSException unreadable) {
            return Optional.empty();
        }
    }

    static Optional<CallbackMessage> read(String text) {
        try (JsonReader reader = JSON.createReader(new StringReader(text))) {
            JsonObject json = reader.readObject();
            boolean isOurs =
                    json.getInt("version") == VERSION && json.getString("type").equals("SendCallback");
            return isOurs
                    ? Optional.of(new CallbackMessage(
                            UUID.fromString(json.getString("deletionId")),
                            json.getJsonNumber("generation").intValueExact()))
                    : Optional.empty();
        } catch (JsonException
                | NullPointerException
                | ClassCastException
                | ArithmeticException
                | IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
