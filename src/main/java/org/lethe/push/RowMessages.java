package org.lethe.push;

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
import org.lethe.problem.Problem;

/**
 * Sends the messages of one queue inside of the caller's transaction, and reads them: JSON, version 1. Unknown members are
 * ignored.
 *
 * @param type of what is to be done, as the messages say
 * @param idMember what the messages call the id of the row
 */
public record RowMessages(String queue, String type, String idMember) {

    private static final int VERSION = 1;
    private static final Duration COME_AGAIN = Duration.ofSeconds(5);

    /** Looked up once: {@code Json} would search every archive for it each time. */
    private static final JsonProvider JSON = JsonProvider.provider();

    /** Sends them. Write to the database first, so that it is committed first. */
    public void send(ConnectionFactory broker, Collection<RowMessage> messages) {
        if (messages.isEmpty()) {
            return;
        }
        try (JMSContext session = broker.createContext()) {
            JMSProducer producer = session.createProducer();
            Queue destination = session.createQueue(queue);
            messages.forEach(message -> producer.send(destination, write(message)));
        } catch (RuntimeException unreachable) { // not only of JMS: closing a session whose broker died meanwhile
            throw Problem.unavailable(
                            "broker-unavailable",
                            "The message broker does not take the message now, so nothing was changed. Try again.",
                            COME_AGAIN)
                    .exception(unreachable);
        }
    }

    /** What a message says; empty when it is not ours. Nothing is deserialised. */
    public Optional<RowMessage> read(Message message) {
        try {
            return message instanceof TextMessage text ? read(String.valueOf(text.getText())) : Optional.empty();
        } catch (JMSException unreadable) {
            return Optional.empty();
        }
    }

    String write(RowMessage message) {
        return JSON.createObjectBuilder()
                .add("version", VERSION)
                .add("type", type)
                .add(idMember, message.id().toString())
                .add("generation", message.generation())
                .build()
                .toString();
    }

    Optional<RowMessage> read(String text) {
        try (JsonReader reader = JSON.createReader(new StringReader(text))) {
            JsonObject json = reader.readObject();
            boolean isOurs =
                    json.getInt("version") == VERSION && json.getString("type").equals(type);
            return isOurs
                    ? Optional.of(new RowMessage(
                            UUID.fromString(json.getString(idMember)),
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
