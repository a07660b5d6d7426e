package org.lethe.event;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import java.time.Duration;
import org.lethe.problem.Problem;

/**
 * Tells subscribers of an event inside of the caller's transaction: every subscription that is there when it commits has
 * it, and none when it is rolled back. At least once for each subscription; without any, nothing is kept. The properties
 * are those of CloudEvents, for selectors ({@code ce_type = 'org.lethe.deletion.completed'}); what a subscriber does not
 * take within a week expires, so that one that is forgotten fills no disk for ever.
 */
@Dependent
public class EventMessages {

    private static final String ADDRESS = "lethe.event";
    private static final Duration KEPT = Duration.ofDays(7);
    private static final Duration COME_AGAIN = Duration.ofSeconds(5);

    @Resource(lookup = "jms/lethe")
    ConnectionFactory broker;

    /** Sends it. Write to the database first, so that it is committed first. */
    public void send(CloudEvent told) {
        Event event = told.event();
        try (JMSContext session = broker.createContext()) {
            session.createProducer()
                    .setTimeToLive(KEPT.toMillis())
                    .setProperty("ce_specversion", EventJson.SPECIFICATION)
                    .setProperty("ce_id", told.id().toString())
                    .setProperty("ce_source", EventJson.SOURCE)
                    .setProperty("ce_type", event.type())
                    .setProperty("ce_subject", event.subject().toString())
                    .setProperty("ce_time", told.time().toString())
                    .setProperty("lethe_owner", event.ownerId().toString())
                    .send(session.createTopic(ADDRESS), told.json());
        } catch (RuntimeException unreachable) { // not only of JMS: closing a session whose broker died meanwhile
            throw Problem.unavailable(
                            "broker-unavailable",
                            "The message broker does not take the message now, so nothing was changed. Try again.",
                            COME_AGAIN)
                    .exception(unreachable);
        }
    }
}
