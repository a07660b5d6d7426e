package org.lethe.check;

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

    /** Everything that must be so before a node serves. */
    List<String> faults() {
        try {
            List<String> faults = new ArrayList<>(missingQueues());
            faults.addAll(unkeptDeadLetters());
            faults.addAll(droppingAddresses());
            return faults;
        } catch (BrokerUnavailableException away) {
            return List.of(away.getMessage());
        }
    }

    List<String> missingQueues() {
        Set<String> present = broker.queueNames();
        return Queues.ALL.stream()
                .filter(queue -> !present.contains(queue))
                .map(queue -> "the broker has no queue " + queue + ": define it in broker.xml (ANYCAST, durable)")
                .toList();
    }

    /** What is given up there would be lost. */
    List<String> unkeptDeadLetters() {
        List<String> faults = new ArrayList<>();
        Queues.WORK.forEach(queue -> requireDeadLetters(queue, Queues.DEAD, Queues.EXPIRED, faults));
        requireDeadLetters(Queues.REQUEST, Queues.REQUEST_DEAD, Queues.REQUEST_DEAD, faults);
        requireDeadLetters(Queues.CALLBACK, Queues.CALLBACK_DEAD, Queues.CALLBACK_DEAD, faults);
        requireDeadLetters(Queues.NOTIFICATION, Queues.NOTIFICATION_DEAD, Queues.NOTIFICATION_DEAD, faults);
        return faults;
    }

    List<String> droppingAddresses() {
        return Queues.ALL.stream()
                .filter(queue -> "DROP".equals(settings(queue).getString("addressFullMessagePolicy", "")))
                .map(queue -> "address " + queue + " drops messages when it is full: set address-full-policy to PAGE")
                .toList();
    }

    /** The broker's own JSON of what it uses for an address. */
    JsonObject settings(String address) {
        try (JsonReader reader = Json.createReader(new StringReader(broker.addressSettings(address)))) {
            return reader.readObject();
        }
    }

    private void requireDeadLetters(String queue, String dead, String expired, List<String> faults) {
        JsonObject settings = settings(queue);
        require(settings, "deadLetterAddress", dead, queue, faults);
        require(settings, "expiryAddress", expired, queue, faults);
    }

    private static void require(JsonObject settings, String setting, String wanted, String queue, List<String> faults) {
        String actual = settings.getString(setting, "");
        if (!wanted.equals(actual)) {
            faults.add("what " + queue + " gives up is lost: its " + setting + " has to be " + wanted + " and is '"
                    + actual + "'");
        }
    }
}
