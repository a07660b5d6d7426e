package org.lethe.reply;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import java.time.Duration;
import org.lethe.problem.Problem;

/**
 * Sends replies inside of the caller's transaction. A reply queue that is not there is made by the broker, so that no
 * change waits for its requester; what nobody takes within a week expires.
 */
@Dependent
class ReplyMessages {

    private static final String TYPE = "lethe_type";
    private static final Duration KEPT = Duration.ofDays(7);
    private static final Duration COME_AGAIN = Duration.ofSeconds(5);

    @Resource(lookup = "jms/lethe")
    ConnectionFactory broker;

    /** @param type what kind of reply it is: {@code accepted}, {@code refused} or {@code ended} */
    void send(Requester requester, String type, String json) {
        try (JMSContext session = broker.createContext()) {
            session.createProducer()
                    .setTimeToLive(KEPT.toMillis())
                    .setProperty(TYPE, type)
                    .setJMSCorrelationID(requester.correlation())
                    .send(session.createQueue(requester.address().queue()), json);
        } catch (RuntimeException unreachable) { // not only of JMS: closing a session whose broker died meanwhile
            throw Problem.unavailable(
                            "broker-unavailable",
                            "The message broker does not take the message now, so nothing was changed. Try again.",
                            COME_AGAIN)
                    .exception(unreachable);
        }
    }
}
