package org.lethe.deletion;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;

/** Reads JMS messages without ever deserialising an object (CVE-2015-5254 and its kind). */
public final class ReceivedMessages {

    private static final int MAX_TEXT = 65_536;

    private ReceivedMessages() {}

    /**
     * Reads one of ours.
     *
     * @throws UnreadableMessageException when it is anything else
     */
    public static RemovalMessage removal(Message message) {
        if (!(message instanceof TextMessage text)) {
            throw new UnreadableMessageException("not a text message");
        }
        try {
            return MessageJson.read(String.valueOf(text.getText()));
        } catch (JMSException broken) {
            throw new UnreadableMessageException("its text cannot be read: " + broken.getMessage(), broken);
        }
    }

    /** How urgent it was sent. */
    static Urgency urgency(Message message) {
        try {
            return new Urgency(message.getJMSPriority());
        } catch (JMSException broken) {
            return Urgency.ALONE;
        }
    }

    /** What a message is: its text, at most 64 Ki characters, or its kind and id. */
    public static String describe(Message message) {
        try {
            if (message instanceof TextMessage text) {
                String body = String.valueOf(text.getText());
                return body.length() <= MAX_TEXT ? body : body.substring(0, MAX_TEXT);
            }
            return message.getClass().getSimpleName() + " " + message.getJMSMessageID();
        } catch (JMSException broken) {
            return "a message that cannot be read: " + broken.getMessage();
        }
    }
}
