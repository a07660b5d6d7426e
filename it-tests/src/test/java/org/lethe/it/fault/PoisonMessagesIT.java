package org.lethe.it.fault;

import static org.lethe.it.LetheAssertions.assertThat;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.MapMessage;
import jakarta.jms.Message;
import java.io.File;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lethe.it.Broker;
import org.lethe.it.Failure;
import org.lethe.it.Lethe;
import org.lethe.it.LetheClient;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("A message that is not one of Lethe's")
class PoisonMessagesIT {
    @RegisterExtension
    static final Lethe lethe = Lethe.shared();

    private static final String ID = "5c9b2f6e-0000-4000-8000-000000000001";

    /** Texts that begin well and end badly, each with what is said of it. */
    private static final Map<String, String> TEXTS = new LinkedHashMap<>();

    static {
        TEXTS.put("", "not a message of this queue");
        TEXTS.put("nonsense", "not a message of this queue");
        TEXTS.put("[]", "not a message of this queue");
        TEXTS.put("{}", "not a message of this queue");
        TEXTS.put("{\"version\":1,\"type\":\"PlanRemoval\",\"page\":0}", "not a message of this queue");
        TEXTS.put(
                "{\"version\":1,\"type\":\"PlanRemoval\",\"deletionId\":\"one\",\"page\":0}",
                "not a message of this queue");
        TEXTS.put(
                "{\"version\":2,\"type\":\"PlanRemoval\",\"deletionId\":\"" + ID + "\",\"page\":0}",
                "message version 2 is not known");
        TEXTS.put(
                "{\"version\":1,\"type\":\"RemoveEverything\",\"deletionId\":\"" + ID + "\"}",
                "message type RemoveEverything is not known");
        TEXTS.put(removeFiles("tape", "1"), "not a message of this queue");
        TEXTS.put(removeFiles("main", "null"), "not a message of this queue");
        TEXTS.put(removeFiles("main", "1.5"), "not a message of this queue");
        TEXTS.put(removeFiles("main", "\"1\""), "not a message of this queue");
        TEXTS.put(removeFiles("main", "[1]"), "not a message of this queue");
    }

    private LetheClient owner;

    @BeforeAll
    void anOwner() {
        owner = lethe.newOwner();
    }

    @AfterEach
    void everyQueueShouldStillWork() {
        assertThat(owner.awaitOver(
                        owner.deleteAlbum(owner.createAlbum("After poison", 1)).id()))
                .isCompletedFor(1);
        lethe.invariants().awaitQuiet().assertHolds();
    }

    @ParameterizedTest
    @ValueSource(strings = {Broker.PLAN, Broker.MAIN, Broker.BACKUP, Broker.DEAD, Broker.EXPIRED})
    void shouldBecomeExactlyOneFailureAndLeaveItsQueue(String queue) throws Exception {
        Map<String, String> expected = new LinkedHashMap<>();
        long before = messageFailures();
        try (ActiveMQConnectionFactory connections = lethe.broker().connections();
                JMSContext session = connections.createContext()) {
            for (Map.Entry<String, String> text : TEXTS.entrySet()) {
                send(session, queue, session.createTextMessage(text.getKey()));
                expected.put(text.getKey(), text.getValue());
            }
            for (Message other : others(session)) {
                send(session, queue, other);
                expected.put(other.getJMSMessageID(), "not a text message");
            }
        }

        lethe.invariants().awaitQuiet().assertHolds();

        assertThat(messageFailures() - before).isEqualTo(expected.size());
        expected.forEach((message, why) -> {
            Failure failure = failureAbout(message, queue);
            assertThat(failure)
                    .isOfKind("MESSAGE")
                    .is("OPEN")
                    .isOnQueue(queue)
                    .hasCause("unreadable message")
                    .tells("unreadable");
            assertThat(failure.json().getString("error")).contains(why);
        });
        assertThat(Files.readString(lethe.installation().server().log())).doesNotContain("NeverRead");
    }

    @Test
    void shouldHaveNothingThatAPersonCouldSendAgain() {
        lethe.broker().send(Broker.MAIN, "nothing to retry");
        lethe.invariants().awaitQuiet();
        UUID failure = failureAbout("nothing to retry", Broker.MAIN).id();

        assertThat(lethe.admin().post("api/admin/failures/" + failure + "/retry"))
                .isProblem(409, "nothing-to-retry");
    }

    @ParameterizedTest
    @ValueSource(strings = {Broker.MAIN, Broker.PLAN})
    void whoseRequestWasNeverCommittedShouldSettleItselfAsVoidAfterAllAttempts(String queue) {
        UUID deletion = UUID.randomUUID();
        String text = queue.equals(Broker.PLAN)
                ? "{\"version\":1,\"type\":\"PlanRemoval\",\"deletionId\":\"" + deletion + "\",\"page\":0}"
                : removeFiles("main", Long.toString(Long.MAX_VALUE)).replace(ID, deletion.toString());

        lethe.broker().send(queue, text);

        Failure failure = Awaitility.await("the void failure")
                .atMost(LetheClient.DEADLINE)
                .until(() -> failuresAbout(deletion.toString(), queue), found -> found.size() == 1)
                .get(0);
        assertThat(failure).isOfKind("MESSAGE").is("VOID").hasCause("request never committed");
        assertThat(lethe.database().number("select count(*) from removal_attempt where deletion_id = ?", deletion))
                .isEqualTo(Lethe.MAX_ATTEMPTS);
    }

    /** An object of a class that the server does not have, and one of a class that it has. */
    private static List<Message> others(JMSContext session) throws JMSException {
        BytesMessage bytes = session.createBytesMessage();
        bytes.writeBytes("{}".getBytes(StandardCharsets.UTF_8));
        MapMessage map = session.createMapMessage();
        map.setString("type", "PlanRemoval");
        return List.of(
                session.createObjectMessage(new NeverRead("of the tests")),
                session.createObjectMessage(new File("/tmp")),
                bytes,
                map,
                session.createStreamMessage(),
                session.createMessage());
    }

    private record NeverRead(String text) implements Serializable {}

    private static void send(JMSContext session, String queue, Message message) {
        session.createProducer().send(session.createQueue(queue), message);
    }

    private static String removeFiles(String storage, String removal) {
        return "{\"version\":1,\"type\":\"RemoveFiles\",\"deletionId\":\"" + ID + "\",\"storage\":\"" + storage
                + "\",\"generation\":1,\"removalId\":" + removal + "}";
    }

    private static Failure failureAbout(String message, String queue) {
        List<Failure> failures = failuresAbout(message, queue);
        assertThat(failures).as("failures about '%s' on %s", message, queue).hasSize(1);
        return failures.get(0);
    }

    private static List<Failure> failuresAbout(String message, String queue) {
        return lethe
                .database()
                .rows(
                        "select id from failure where kind = 'MESSAGE' and queue = ?"
                                + " and (message = ? or length(?) > 20 and position(? in message) > 0)",
                        row -> row.getObject(1, UUID.class),
                        queue,
                        message,
                        message,
                        message)
                .stream()
                .map(lethe.admin()::failure)
                .toList();
    }

    private static long messageFailures() {
        return lethe.database().number("select count(*) from failure where kind = 'MESSAGE'");
    }
}
