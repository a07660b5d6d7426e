package org.lethe.callback;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.Message;
import java.util.Collection;
import java.util.Optional;
import org.lethe.broker.Queues;
import org.lethe.push.RowMessage;
import org.lethe.push.RowMessages;

/** Sends the messages of callbacks inside of the caller's transaction, and reads them. */
@Dependent
class CallbackMessages {

    private static final RowMessages MESSAGES = new RowMessages(Queues.CALLBACK, "SendCallback", "deletionId");

    @Resource(lookup = "jms/lethe")
    ConnectionFactory broker;

    /** Sends them. Write to the database first, so that it is committed first. */
    void send(Collection<RowMessage> messages) {
        MESSAGES.send(broker, messages);
    }

    /** What a message says; empty when it is not ours. */
    static Optional<RowMessage> read(Message message) {
        return MESSAGES.read(message);
    }
}
