package org.lethe.broker;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.client.ActiveMQClient;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientRequestor;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.api.core.client.ClientSessionFactory;
import org.apache.activemq.artemis.api.core.client.ServerLocator;
import org.apache.activemq.artemis.api.core.management.ManagementHelper;
import org.apache.activemq.artemis.api.core.management.ResourceNames;
import org.lethe.settings.BrokerSettings;
import org.lethe.settings.LetheSettings;

/**
 * Asks the broker, and tells it what to do, over its management address, as a user of its own. The connection is opened when it is first needed
 * and again after it was lost. Safe for use by many threads; each question takes a session of its own.
 */
@ApplicationScoped
public class BrokerManagement {

    private static final String MANAGEMENT_ADDRESS = "activemq.management";

    /** Lethe's own, and those of subscribers and requesters. */
    private static final int MOST_QUEUES = 10_000;

    private static final int LISTED_AT_MOST = 5;

    private BrokerSettings settings;
    private ServerLocator locator;
    private ClientSessionFactory connection;

    @Inject
    BrokerManagement(LetheSettings settings) {
        this.settings = settings.broker();
    }

    /** For the container's proxy. */
    BrokerManagement() {}

    /**
     * How full a queue is, and who listens.
     *
     * @throws BrokerUnavailableException when the broker does not answer, or has no such queue
     */
    public QueueDepth depth(String queue) {
        return ask(session -> {
            Questions broker = new Questions(session);
            return new QueueDepth(
                    queue,
                    broker.attribute(queue, "messageCount").longValue(),
                    broker.attribute(queue, "deliveringCount").longValue(),
                    broker.attribute(queue, "scheduledCount").longValue(),
                    broker.attribute(queue, "consumerCount").intValue());
        });
    }

    /** The figures of all of Lethe's queues that the broker has, by one question, and of those that hold something ready one more. */
    public Map<String, QueueFigures> figures() {
        return ask(session -> {
            Questions broker = new Questions(session);
            Map<String, QueueFigures> figures = QueueFigures.read(broker.queues());
            for (QueueFigures queue : List.copyOf(figures.values())) {
                if (queue.ready() > 0) {
                    Number age = broker.attribute(queue.queue(), "firstMessageAge");
                    figures.put(queue.queue(), queue.withOldest(age));
                }
            }
            return figures;
        });
    }

    /**
     * When the messages of a queue are due that wait for a time.
     *
     * @param most the broker lists all of them at once, so that it is asked only where there are no more
     * @return empty when there are more
     */
    public Optional<List<Instant>> dueTimes(String queue, int most) {
        return ask(session -> {
            Questions broker = new Questions(session);
            if (broker.attribute(queue, "scheduledCount").longValue() > most) {
                return Optional.empty();
            }
            String json = (String) broker.invoke(ResourceNames.QUEUE + queue, "listScheduledMessagesAsJSON");
            return Optional.of(QueueFigures.dueTimes(json));
        });
    }

    /** An attribute of the broker itself, by the name that its management gives it. */
    public Object attribute(String name) {
        return ask(session -> new Questions(session).ask(ResourceNames.BROKER, name));
    }

    /** The names of all queues at the broker. */
    public Set<String> queueNames() {
        return ask(session -> {
            Set<String> names = new TreeSet<>();
            for (Object name : (Object[]) new Questions(session).ask(ResourceNames.BROKER, "queueNames")) {
                names.add((String) name);
            }
            return names;
        });
    }

    /** The settings that the broker uses for an address, as its own JSON. */
    public String addressSettings(String address) {
        return ask(session ->
                (String) new Questions(session).invoke(ResourceNames.BROKER, "getAddressSettingsAsJSON", address));
    }

    /**
     * Replaces the whole entry of an address, whatever it said before. It survives a restart of the broker and counts
     * for more than its configuration. Unknown settings are ignored, and nonsense is taken: check before.
     */
    public void replaceAddressSettings(String address, String json) {
        ask(session -> new Questions(session).invoke(ResourceNames.BROKER, "addAddressSettings", address, json));
    }

    /** Whether a queue delivers nothing. */
    public boolean isPaused(String queue) {
        return ask(session -> (Boolean) new Questions(session).ask(ResourceNames.QUEUE + queue, "paused"));
    }

    /** Lets a queue deliver nothing, also after a restart of the broker; what is in flight is finished. */
    public void pause(String queue) {
        ask(session -> new Questions(session).invoke(ResourceNames.QUEUE + queue, "pause", true));
    }

    public void resume(String queue) {
        ask(session -> new Questions(session).invoke(ResourceNames.QUEUE + queue, "resume"));
    }

    /** Delivers at once what waits for a time, whatever it waits for. */
    public void deliverScheduled(String queue) {
        ask(session -> new Questions(session)
                .invoke(ResourceNames.QUEUE + queue, "deliverScheduledMessages", new Object[] {null}));
    }

    /**
     * The branches that are prepared and neither committed nor rolled back, one line each. The line ends with the
     * transaction's id in Base64: branch qualifier, global id, format.
     */
    public List<String> preparedBranches() {
        return ask(session -> {
            Object lines = new Questions(session).invoke(ResourceNames.BROKER, "listPreparedTransactions");
            return Stream.of((Object[]) lines).map(String.class::cast).toList();
        });
    }

    private <T> T ask(Question<T> question) {
        try (ClientSession session = connection()
                .createSession(
                        settings.managementUser(),
                        settings.managementPassword().reveal(),
                        false,
                        true,
                        true,
                        false,
                        1)) {
            session.start();
            return question.ask(session);
        } catch (Exception failed) { // the client library declares no narrower type
            throw new BrokerUnavailableException(
                    "the broker at " + settings.url() + " did not answer: " + failed.getMessage(), failed);
        }
    }

    private synchronized ClientSessionFactory connection() throws Exception {
        if (connection == null || connection.isClosed() || connection.getConnection() == null) {
            close();
            locator = ActiveMQClient.createServerLocator(settings.url())
                    .setCallTimeout(settings.callTimeout().toMillis())
                    .setReconnectAttempts(0)
                    .setInitialConnectAttempts(1);
            connection = locator.createSessionFactory();
        }
        return connection;
    }

    @PreDestroy
    synchronized void close() {
        if (locator != null) {
            locator.close();
            locator = null;
            connection = null;
        }
    }

    private interface Question<T> {
        T ask(ClientSession session) throws Exception;
    }

    /** The broker has answered that it could not. */
    private static final class RefusedException extends ActiveMQException {
        private static final long serialVersionUID = 1L;

        RefusedException(Object why) {
            super(String.valueOf(why));
        }
    }

    private final class Questions {
        private final ClientSession session;

        Questions(ClientSession session) {
            this.session = session;
        }

        Number attribute(String queue, String attribute) throws Exception {
            return (Number) ask(ResourceNames.QUEUE + queue, attribute);
        }

        /**
         * All queues, as the broker's own JSON. It trips over a queue that goes while it lists them (seen with Artemis 2.53),
         * such as those on which it is asked; asked again, it does not.
         */
        String queues() throws Exception {
            for (int asked = 1; ; asked++) {
                try {
                    return (String) invoke(ResourceNames.BROKER, "listQueues", "", 1, MOST_QUEUES);
                } catch (RefusedException tripped) {
                    if (asked == LISTED_AT_MOST) {
                        throw tripped;
                    }
                }
            }
        }

        Object ask(String resource, String attribute) throws Exception {
            ClientMessage message = session.createMessage(false);
            ManagementHelper.putAttribute(message, resource, attribute);
            return answer(message);
        }

        Object invoke(String resource, String operation, Object... parameters) throws Exception {
            ClientMessage message = session.createMessage(false);
            ManagementHelper.putOperationInvocation(message, resource, operation, parameters);
            return answer(message);
        }

        private Object answer(ClientMessage message) throws Exception {
            ClientRequestor requestor = new ClientRequestor(session, MANAGEMENT_ADDRESS);
            try {
                ClientMessage reply =
                        requestor.request(message, settings.callTimeout().toMillis());
                if (reply == null) {
                    throw new ActiveMQException("no answer within " + settings.callTimeout());
                }
                if (!ManagementHelper.hasOperationSucceeded(reply)) {
                    throw new RefusedException(ManagementHelper.getResult(reply));
                }
                return ManagementHelper.getResult(reply);
            } finally {
                requestor.close();
            }
        }
    }
}
