package org.lethe.demo;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.Optional;
import org.apache.activemq.artemis.api.core.client.ActiveMQClient;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientRequestor;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.api.core.client.ClientSessionFactory;
import org.apache.activemq.artemis.api.core.client.ServerLocator;
import org.apache.activemq.artemis.api.core.management.ManagementHelper;
import org.apache.activemq.artemis.api.core.management.ResourceNames;
import org.lethe.client.NothingRuns;

/**
 * The broker's redelivery of the backup storage's queue, made quick for the length of a demonstration and put back
 * whole. An address-setting is replaced as a whole by the broker, so what stood there is read before and written after.
 */
final class RedeliveryOfBackup {

    private static final String ADDRESS = "lethe.removal.backup";
    private static final int QUICK_DELAY_MILLIS = 500;
    private static final int QUICK_ATTEMPTS = 4;

    private final String broker;
    private final String password;

    private RedeliveryOfBackup(String broker, String password) {
        this.broker = broker;
        this.password = password;
    }

    static Optional<RedeliveryOfBackup> at(String port, String password) {
        return port == null || password == null
                ? Optional.empty()
                : Optional.of(new RedeliveryOfBackup("tcp://127.0.0.1:" + port, password));
    }

    /** In words: how often, and the waits between. */
    static String quickly() {
        return QUICK_ATTEMPTS + " attempts, 0.5 s, 1 s and 2 s apart";
    }

    /** Makes it quick; answers how to put it back. */
    Runnable quicken() {
        String before = (String) invoke("getAddressSettingsAsJSON", ADDRESS);
        JsonObject quick = Json.createObjectBuilder(parsed(before))
                .add("redeliveryDelay", QUICK_DELAY_MILLIS)
                .add("redeliveryMultiplier", 2.0)
                .add("maxDeliveryAttempts", QUICK_ATTEMPTS)
                .build();
        invoke("addAddressSettings", ADDRESS, quick.toString());
        return () -> invoke("addAddressSettings", ADDRESS, before);
    }

    private static JsonObject parsed(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }

    private Object invoke(String operation, Object... parameters) {
        try (ServerLocator locator = ActiveMQClient.createServerLocator(broker);
                ClientSessionFactory factory = locator.createSessionFactory();
                ClientSession session = factory.createSession("management", password, false, true, true, false, 1)) {
            session.start();
            ClientMessage message = session.createMessage(false);
            ManagementHelper.putOperationInvocation(message, ResourceNames.BROKER, operation, parameters);
            ClientMessage reply = new ClientRequestor(session, "activemq.management").request(message, 5_000);
            if (reply == null || !ManagementHelper.hasOperationSucceeded(reply)) {
                throw new IllegalStateException("the broker refused " + operation);
            }
            return ManagementHelper.getResult(reply);
        } catch (Exception e) { // the client library declares no narrower type
            throw new NothingRuns("The broker at " + broker + " cannot be asked: " + e.getMessage());
        }
    }
}
