package org.lethe.deletion;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.lethe.breaker.StorageQueue;
import org.lethe.broker.Queues;
import org.lethe.problem.Problem;
import org.lethe.problem.ProblemException;
import org.lethe.redelivery.LivePolicies;

/**
 * Sends the messages of the work queues inside of the caller's transaction: they are there when it commits, and never
 * were when it rolls back. Write to the database first, so that it is committed first.
 */
@Dependent
public class RemovalMessages {

    /** The name of the property that says what a message is. */
    static final String TYPE = "lethe_type";

    private static final Duration COME_AGAIN = Duration.ofSeconds(5);

    @Resource(lookup = "jms/lethe")
    ConnectionFactory broker;

    private final LivePolicies policies;

    @Inject
    RemovalMessages(LivePolicies policies) {
        this.policies = policies;
    }

    /** Sends a message at once. */
    void send(RemovalMessage message, Urgency urgency) {
        sendAll(List.of(message), urgency);
    }

    /** Sends messages over one session. */
    void sendAll(Collection<? extends RemovalMessage> messages, Urgency urgency) {
        sendAll(messages, urgency, Duration.ZERO);
    }

    /** Sends a message that the broker delivers after {@code delay}. */
    void sendLater(RemovalMessage message, Urgency urgency, Duration delay) {
        sendAll(List.of(message), urgency, delay);
    }

    /** Sends a message that the broker delivers after {@code delay}, at once if that is over, and that does not expire before. */
    void sendHeld(RemoveFilesMessage message, Duration delay) {
        Duration expiry = policies.expiry(queueOf(message));
        Duration timeToLive = expiry.isZero() ? expiry : delay.plus(expiry);
        sendAll(List.of(message), Urgency.ALONE, delay.isNegative() ? Duration.ZERO : delay, timeToLive);
    }

    private void sendAll(Collection<? extends RemovalMessage> messages, Urgency urgency, Duration delay) {
        sendAll(messages, urgency, delay, Duration.ZERO);
    }

    /** @param timeToLive zero for as long as the queue's settings say */
    private void sendAll(
            Collection<? extends RemovalMessage> messages, Urgency urgency, Duration delay, Duration timeToLive) {
        if (messages.isEmpty()) {
            return; // a session would make the broker a party to the transaction, for nothing
        }
        try (JMSContext session = broker.createContext()) {
            for (RemovalMessage message : messages) {
                session.createProducer()
                        .setPriority(urgency.jmsPriority())
                        .setDeliveryDelay(delay.toMillis())
                        .setTimeToLive(timeToLive.toMillis())
                        .setProperty(TYPE, message instanceof PlanRemovalMessage ? "PlanRemoval" : "RemoveFiles")
                        .send(session.createQueue(queueOf(message)), MessageJson.write(message));
            }
        } catch (RuntimeException unreachable) { // not only of JMS: closing a session whose broker died meanwhile
            throw new ProblemException(
                    Problem.unavailable(
                            "broker-unavailable",
                            "The message broker does not take the message now, so nothing was changed. Try again.",
                            COME_AGAIN),
                    unreachable);
        }
    }

    /** The queue of one message. */
    static String queueOf(RemovalMessage message) {
        if (message instanceof RemoveFilesMessage files) {
            return StorageQueue.of(files.storage());
        }
        return Queues.PLAN;
    }
}
