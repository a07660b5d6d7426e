package org.lethe.check;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.lethe.broker.BrokerManagement;
import org.lethe.broker.QueueFigures;
import org.lethe.broker.Queues;

/** The traps of the broker (seen with Artemis 2.53), of which none makes it complain. */
@Dependent
class LookAtBroker {

    private static final String ABOUT = "BROKER";
    private static final int FEWEST_ATTEMPTS = 2;
    private static final int MOST_ATTEMPTS = 100;

    private static final List<String> ENDS =
            List.of(Queues.DEAD, Queues.EXPIRED, Queues.CALLBACK_DEAD, Queues.NOTIFICATION_DEAD, Queues.REQUEST_DEAD);

    private final BrokerChecks settings;
    private final BrokerManagement broker;

    @Inject
    LookAtBroker(BrokerChecks settings, BrokerManagement broker) {
        this.settings = settings;
        this.broker = broker;
    }

    List<Look> looks() {
        return List.of(
                Look.at(
                        "broker-queues",
                        ABOUT,
                        "Every queue is there",
                        subject ->
                                ofFaults(subject, settings.missingQueues(), Queues.ALL.size() + " queues are there")),
                Look.at(
                        "broker-dead-letters",
                        ABOUT,
                        "What the broker gives up is kept",
                        subject -> ofFaults(
                                subject, settings.unkeptDeadLetters(), "every queue of work ends where Lethe listens")),
                Look.at(
                        "broker-dead-letters-own-entry",
                        ABOUT,
                        "Dead letters are never given up themselves",
                        this::deadLetters),
                Look.at("broker-attempts", ABOUT, "What fails is tried again, and not for ever", this::attempts),
                Look.at(
                        "broker-full",
                        ABOUT,
                        "A full queue drops nothing",
                        subject -> ofFaults(
                                subject,
                                settings.droppingAddresses(),
                                "what does not fit in the memory goes to the disk")),
                Look.at("broker-consumers", ABOUT, "Somebody listens to every queue", this::consumers),
                Look.at("listener-window", ABOUT, "Listeners take a message only when they work on it", this::window),
                Look.at("broker-persistence", ABOUT, "The broker keeps what it has acknowledged", this::persistence));
    }

    private static Check ofFaults(Check.Subject subject, List<String> faults, String fine) {
        return faults.isEmpty()
                ? subject.ok(fine)
                : subject.fail(String.join("; ", faults), "Correct broker.xml as said, and restart the broker.");
    }

    /** The entry of {@code #} counts for them too: a dead letter would be lost, or go round, after its last attempt. */
    private Check deadLetters(Check.Subject subject) {
        List<String> wrong = new ArrayList<>();
        for (String end : ENDS) {
            JsonObject entry = settings.settings(end);
            if (number(entry, "maxDeliveryAttempts", 10) != -1 || number(entry, "redeliveryDelay", 0) <= 0) {
                wrong.add(end);
            }
        }
        return wrong.isEmpty()
                ? subject.ok("each has an entry of its own: endless attempts, with a delay")
                : subject.fail(
                        "limited attempts, or no delay between them, on " + String.join(", ", wrong),
                        "Give each an entry in broker.xml with max-delivery-attempts -1 and a redelivery-delay.");
    }

    private Check attempts(Check.Subject subject) {
        List<String> odd = new ArrayList<>();
        for (String queue : Queues.WORK) {
            JsonObject entry = settings.settings(queue);
            long attempts = number(entry, "maxDeliveryAttempts", 10);
            if (attempts < FEWEST_ATTEMPTS || attempts > MOST_ATTEMPTS) {
                odd.add(queue + " has " + attempts + " attempts");
            }
            if (number(entry, "redeliveryDelay", 0) <= 0) {
                odd.add(queue + " has no wait between attempts");
            }
            if (number(entry, "expiryDelay", -1) > 0) {
                odd.add(queue + " gives up messages for their age");
            }
        }
        return odd.isEmpty()
                ? subject.ok("2 to 100 attempts with a wait, and no expiry, on every queue of work")
                : subject.warn(String.join("; ", odd), "Look at the redelivery settings: is it meant so?");
    }

    private Check consumers(Check.Subject subject) {
        String silent = broker.figures().values().stream()
                .filter(queue -> queue.depth().consumers() == 0)
                .map(QueueFigures::queue)
                .collect(Collectors.joining(", "));
        return silent.isEmpty()
                ? subject.ok("every queue has consumers")
                : subject.fail(
                        "nobody listens to " + silent,
                        "Restart the node; see its log for why listeners did not start.");
    }

    /** With a window of 0, what is in flight is what is worked on: a killed node then burns no attempts of others. */
    private Check window(Check.Subject subject) {
        String many = Queues.WORK.stream()
                .map(broker.figures()::get)
                .filter(queue -> queue != null
                        && queue.depth().inFlight() > queue.depth().consumers())
                .map(queue -> queue.queue() + " has " + queue.depth().inFlight() + " in flight for "
                        + queue.depth().consumers() + " consumers")
                .collect(Collectors.joining("; "));
        return many.isEmpty()
                ? subject.ok("no more messages are in flight than there are consumers")
                : subject.fail(many, "Set consumerWindowSize to 0 for every listener of these queues.");
    }

    private Check persistence(Check.Subject subject) {
        Map<String, Boolean> kept = Map.of(
                "persistence-enabled", (Boolean) broker.attribute("persistenceEnabled"),
                "persist-id-cache", (Boolean) broker.attribute("persistIDCache"));
        if (!kept.get("persistence-enabled")) {
            return subject.fail("persistence-enabled is false", "Set it to true: a restart would lose every message.");
        }
        return kept.get("persist-id-cache")
                ? subject.ok("messages and ids of duplicates survive a restart")
                : subject.warn("persist-id-cache is false", "Set it to true in broker.xml.");
    }

    private static long number(JsonObject entry, String setting, long otherwise) {
        return entry.get(setting) instanceof JsonNumber number ? number.longValue() : otherwise;
    }
}
