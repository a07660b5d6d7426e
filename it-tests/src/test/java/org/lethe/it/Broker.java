package org.lethe.it;

import java.util.Arrays;
import java.util.List;
import org.apache.activemq.artemis.api.core.client.ActiveMQClient;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientRequestor;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.api.core.client.ClientSessionFactory;
import org.apache.activemq.artemis.api.core.client.ServerLocator;
import org.apache.activemq.artemis.api.core.management.ManagementHelper;
import org.apache.activemq.artemis.api.core.management.ResourceNames;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.lethe.launcher.Installation;

/** The broker, looked at and put to the test from outside of the product. Connects anew for each question. */
public final class Broker {
    public static final String PLAN = "lethe.removal.plan";
    public static final String MAIN = "lethe.removal.main";
    public static final String BACKUP = "lethe.removal.backup";
    public static final String DEAD = "lethe.dead";
    public static final String EXPIRED = "lethe.expired";
    public static final List<String> QUEUES = List.of(PLAN, MAIN, BACKUP, DEAD, EXPIRED);

    private final Installation installation;

    Broker(Installation installation) {
        this.installation = installation;
    }

    /** Messages on a queue, those in flight and those that wait for a time included. */
    public long messages(String queue) {
        return ((Number) attribute(ResourceNames.QUEUE + queue, "messageCount")).longValue();
    }

    /** Messages of a queue that wait for a time: a retry, or the end of a restore window. */
    public long scheduled(String queue) {
        return ((Number) attribute(ResourceNames.QUEUE + queue, "scheduledCount")).longValue();
    }

    /** Sessions that take messages from a queue. */
    public long consumers(String queue) {
        return ((Number) attribute(ResourceNames.QUEUE + queue, "consumerCount")).longValue();
    }

    /** Keeps a queue from delivering; what is in flight is finished. */
    public void pause(String queue) {
        invoke(ResourceNames.QUEUE + queue, "pause");
    }

    public void resume(String queue) {
        invoke(ResourceNames.QUEUE + queue, "resume");
    }

    public void resumeAll() {
        QUEUES.forEach(this::resume);
    }

    /** Throws away what waits on a queue, as a broker that lost its disk would; answers how many messages. */
    public int lose(String queue) {
        return ((Number) invoke(ResourceNames.QUEUE + queue, "removeMessages", "")).intValue();
    }

    /** A line for each transaction that is prepared and not decided. */
    public List<String> preparedTransactions() {
        Object[] lines = (Object[]) invoke(ResourceNames.BROKER, "listPreparedTransactions");
        return Arrays.stream(lines).map(String::valueOf).toList();
    }

    /** Connections as the product makes them, to send what it would not. */
    public ActiveMQConnectionFactory connections() {
        return new ActiveMQConnectionFactory(
                installation.brokerUrl(), installation.brokerUser(), installation.brokerPassword());
    }

    private Object attribute(String resource, String attribute) {
        return ask(message -> ManagementHelper.putAttribute(message, resource, attribute));
    }

    private Object invoke(String resource, String operation, Object... parameters) {
        return ask(message -> ManagementHelper.putOperationInvocation(message, resource, operation, parameters));
    }

    private Object ask(Question question) {
        try (ServerLocator locator = ActiveMQClient.createServerLocator(installation.brokerUrl());
                ClientSessionFactory factory = locator.createSessionFactory();
                ClientSession session = factory.createSession(
                        installation.managementUser(), installation.managementPassword(), false, true, true, false, 1)) {
            session.start();
            ClientMessage message = session.createMessage(false);
            question.write(message);
            ClientMessage answer = new ClientRequestor(session, "activemq.management").request(message, 10_000);
            if (answer == null || !ManagementHelper.hasOperationSucceeded(answer)) {
                throw new IllegalStateException("The broker refused: " + answer);
            }
            return ManagementHelper.getResult(answer);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) { // the client library declares no narrower type
            throw new IllegalStateException("The broker at " + installation.brokerUrl() + " did not answer", e);
        }
    }

    private interface Question {
        void write(ClientMessage message) throws Exception;
    }
}
