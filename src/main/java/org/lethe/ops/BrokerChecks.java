package org.lethe.ops;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.lethe.broker.BrokerManagement;
import org.lethe.broker.BrokerUnavailableException;
import org.lethe.broker.Queues;

/**
 * Whether the broker keeps what it gives up: without a dead-letter address that has a queue it drops the message (seen
 * with Artemis 2.53).
 */
@Dependent
class BrokerChecks {

    private final BrokerManagement broker;

    @Inject
    BrokerChecks(BrokerManagement broker) {
        this.broker = broker;
    }

    List<String> faults() {
        try {
            List<String> faults = new ArrayList<>();
            Set<String> present = broker.queueNames();
            for (String queue : Queues.ALL) {
                if (!present.contains(queue)) {
                    faults.add("the broker has no queue " + queue + ": define it in broker.xml (ANYCAST, durable)");
                }
            }
            Queues.WORK.forEach(queue -> requireDeadLetters(queue, Queues.DEAD, Queues.EXPIRED, faults));
            requireDeadLetters(Queues.REQUEST, Queues.REQUEST_DEAD, Queues.REQUEST_DEAD, faults);
            requireDeadLetters(Queues.CALLBACK, Queues.CALLBACK_DEAD, Queues.CALLBACK_DEAD, faults);
            return faults;
        } catch (BrokerUnavailableException away) {
            return List.of(away.getMessage());
        }
    }

    private void requireDeadLetters(String queue, String dead, String expired, List<String> faults) {
        try (JsonReader reader = Json.createReader(new StringReader(broker.addressSettings(queue)))) {
            JsonObject settings = reader.readObject();
            require(settings, "deadLetterAddress", dead, queue, faults);
            require(settings, "expiryAddress", expired, queue, faults);
            if ("DROP".equals(settings.getString("addressFullMessagePolicy", ""))) {
                faults.add("address " + queue + " drops messages when it is full: set address-full-policy to PAGE");
            }
        }
    }

    private static void require(JsonObject settings, String setting, String wanted, String queue, List<String> faults) {
        String actual = settings.getString(setting, "");
        if (!wanted.equals(actual)) {
            faults.add("address " + queue + " has " + setting + " '" + actual + "', so what it gives up would be lost:"
                    + " set it to " + wanted);
        }
    }
}
