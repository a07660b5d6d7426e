package org.lethe.it;

import jakarta.jms.JMSContext;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    public static final String CALLBACK = "lethe.callback";
    public static final String CALLBACK_DEAD = "lethe.callback.dead";
    public static final String NOTIFICATION = "lethe.notification";
    public static final String NOTIFICATION_DEAD = "lethe.notification.dead";
    public static final String REQUEST = "lethe.request";
    public static final String REQUEST_DEAD = "lethe.request.dead";
    public static final String DEAD = "lethe.dead";
    public static final String EXPIRED = "lethe.expired";
    public static final List<String> QUEUES = List.of(
            PLAN,
            MAIN,
            BACKUP,
            CALLBACK,
            CALLBACK_DEAD,
            NOTIFICATION,
            NOTIFICATION_DEAD,
            REQUEST,
            REQUEST_DEAD,
            DEAD,
            EXPIRED);

    private final Installation installation;

    Broker(Installation installation) {
        this.installation = installation;
    }

    /** Everything at one moment, over one connection. */
    public BrokerState state() {
        return ask(questions -> {
            Map<String, BrokerState.Depth> depths = new LinkedHashMap<>();
            for (String queue : QUEUES) {
                depths.put(queue, questions.depth(queue));
            }
            Object[] prepared = (Object[]) questions.invoke(ResourceNames.BROKER, "listPreparedTransactions");
            return new BrokerState(
                    depths, Arrays.stream(prepared).map(String::valueOf).toList());
        });
    }

    /** How full a queue is, and who listens. */
    public BrokerState.Depth depth(String queue) {
        return ask(questions -> questions.depth(queue));
    }

    /** The queues that an address has now. */
    public List<String> queuesOf(String address) {
        return ask(questions -> Arrays.stream(
                        (Object[]) questions.attribute(ResourceNames.ADDRESS + address, "queueNames"))
                .map(String::valueOf)
                .toList());
    }

    /** What the broker says of an address, as its own JSON. */
    public JsonObject addressSettings(String address) {
        return ask(questions -> {
            String json = (String) questions.invoke(ResourceNames.BROKER, "getAddressSettingsAsJSON", address);
            return Json.createReader(new StringReader(json)).readObject();
        });
    }

    /** Sets something of an address by hand, as somebody with the broker's own tools would. */
    public void changeAddressSettings(String address, String setting, JsonValue value) {
        String changed = Json.createObjectBuilder(addressSettings(address))
                .add(setting, value)
                .build()
                .toString();
        ask(questions -> questions.invoke(ResourceNames.BROKER, "addAddressSettings", address, changed));
    }

    /** Keeps a queue from delivering; what is in flight is finished. */
    public void pause(String queue) {
        ask(questions -> questions.invoke(ResourceNames.QUEUE + queue, "pause"));
    }

    public void resume(String queue) {
        ask(questions -> questions.invoke(ResourceNames.QUEUE + queue, "resume"));
    }

    public void resumeAll() {
        ask(questions -> {
            for (String queue : QUEUES) {
                questions.invoke(ResourceNames.QUEUE + queue, "resume");
            }
            return QUEUES;
        });
    }

    /** Throws away what waits on a queue, as a broker that lost its disk would; answers how many messages. */
    public int lose(String queue) {
        Object lost = ask(questions -> questions.invoke(ResourceNames.QUEUE + queue, "removeMessages", ""));
        return ((Number) lost).intValue();
    }

    /** Sends a text, as nobody but the product should. */
    public void send(String queue, String text) {
        try (ActiveMQConnectionFactory connections = connections();
                JMSContext session = connections.createContext()) {
            session.createProducer().send(session.createQueue(queue), text);
        }
    }

    /** Connections as the product makes them, to send what it would not. */
    public ActiveMQConnectionFactory connections() {
        return new ActiveMQConnectionFactory(
                installation.brokerUrl(), installation.brokerUser(), installation.brokerPassword());
    }

    private <T> T ask(Conversation<T> conversation) {
        try (ServerLocator locator = ActiveMQClient.createServerLocator(installation.brokerUrl());
                ClientSessionFactory factory = locator.createSessionFactory();
                ClientSession session = factory.createSession(
                        installation.managementUser(),
                        installation.managementPassword(),
                        false,
                        true,
                        true,
                        false,
                        1)) {
            session.start();
            return conversation.with(new Questions(session, new ClientRequestor(session, "activemq.management")));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) { // the client library declares no narrower type
            throw new IllegalStateException("The broker at " + installation.brokerUrl() + " did not answer", e);
        }
    }

    private interface Conversation<T> {
        T with(Questions questions) throws Exception;
    }

    private record Questions(ClientSession session, ClientRequestor requestor) {
        BrokerState.Depth depth(String queue) throws Exception {
            return new BrokerState.Depth(
                    number(queue, "messageCount"), number(queue, "scheduledCount"), number(queue, "consumerCount"));
        }

        private long number(String queue, String attribute) throws Exception {
            return ((Number) attribute(ResourceNames.QUEUE + queue, attribute)).longValue();
        }

        Object attribute(String resource, String attribute) throws Exception {
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
            ClientMessage answer = requestor.request(message, 10_000);
            if (answer == null || !ManagementHelper.hasOperationSucceeded(answer)) {
                throw new IllegalStateException("The broker refused: " + answer);
            }
            return ManagementHelper.getResult(answer);
        }
    }
}
