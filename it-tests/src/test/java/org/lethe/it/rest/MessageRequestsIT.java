package org.lethe.it.rest;

import static org.lethe.it.LetheAssertions.assertThat;

import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSProducer;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Queue;
import jakarta.jms.TextMessage;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.List;
import java.util.UUID;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.activemq.artemis.jms.client.ActiveMQQueue;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lethe.it.Broker;
import org.lethe.it.Lethe;
import org.lethe.it.LetheClient;

/** A program that knows no HTTP: it has a user of the broker, and an owner's token. */
@DisplayName("Asking for a deletion by a message")
class MessageRequestsIT {
    @RegisterExtension
    static final Lethe lethe = Careful.lethe();

    private static final long PATIENCE_MILLIS = 20_000;
    private static final long NOTHING_COMES_MILLIS = 500;

    private ActiveMQConnectionFactory connections;
    private JMSContext session;
    private LetheClient owner;
    private String token;
    private UUID album;
    private String replies;

    @BeforeEach
    void aRequester() {
        connections = new ActiveMQConnectionFactory(
                lethe.installation().brokerUrl(),
                lethe.installation().requesterUser(),
                lethe.installation().requesterPassword());
        session = connections.createContext();
        owner = lethe.newOwner();
        token = token("delete");
        album = owner.createAlbum("Asked for by a message", 2);
        replies = "lethe.reply." + UUID.randomUUID();
    }

    @AfterEach
    void closed() {
        session.close();
        connections.close();
    }

    @AfterAll
    static void everythingHolds() {
        lethe.invariants().awaitQuiet().assertHolds();
    }

    @Test
    void itShouldBeAcceptedAndItsEndToldToWhoAsked() throws Exception {
        try (JMSConsumer inbox = session.createConsumer(session.createQueue(replies))) {
            request("order 7").send(album(album));

            JsonObject accepted = reply(inbox, "accepted", "order 7");
            JsonObject ended = reply(inbox, "ended", "order 7");

            assertThat(accepted.getString("state")).isEqualTo("REQUESTED");
            UUID deletion = UUID.fromString(accepted.getString("deletionId"));
            assertThat(ended.getString("type")).isEqualTo("org.lethe.deletion.completed");
            assertThat(ended.getString("subject")).isEqualTo(deletion.toString());
            assertThat(owner.deletion(deletion)).isCompletedFor(2);
            assertThat(owner.get("api/albums/" + album)).isProblem(404, "not-found");
        }
    }

    @Test
    void repliesShouldWaitForWhoComesLater() throws Exception {
        request("later").send(album(album));
        Awaitility.await("the end")
                .until(() -> owner.get("api/deletions?state=COMPLETED").items().size() == 1);

        try (JMSConsumer inbox = session.createConsumer(session.createQueue(replies))) {
            reply(inbox, "accepted", "later");
            reply(inbox, "ended", "later");
            nothing(inbox);
        }
    }

    @Test
    void whatIsRestoredShouldBeTold() throws Exception {
        UUID photo = owner.photos(album).get(0).id();
        try (JMSConsumer inbox = session.createConsumer(session.createQueue(replies))) {
            request("regretted")
                    .send("{\"version\": 1, \"photoIds\": [\"" + photo + "\"], \"restoreWindow\": \"PT10S\"}");
            UUID deletion =
                    UUID.fromString(reply(inbox, "accepted", "regretted").getString("deletionId"));
            assertThat(owner.photos(album)).hasSize(1);
            owner.restore(deletion);

            assertThat(reply(inbox, "ended", "regretted").getString("type")).isEqualTo("org.lethe.deletion.restored");
        }
    }

    @Test
    void whatTheBrakeHoldsShouldBeToldSo() throws Exception {
        UUID large = owner.createAlbum("Large", 8);
        try (JMSConsumer inbox = session.createConsumer(session.createQueue(replies))) {
            request("too much").send(album(large));
            JsonObject accepted = reply(inbox, "accepted", "too much");
            assertThat(accepted.getString("state")).isEqualTo("HELD");
            assertThat(lethe.database()
                            .texts(
                                    "select actor || ' ' || action from audit_entry where subject = ?",
                                    accepted.getString("deletionId")))
                    .containsExactly(owner.login() + " DELETION_HELD");
            owner.post("api/deletions/" + accepted.getString("deletionId") + "/cancel")
                    .expect(200);

            assertThat(reply(inbox, "ended", "too much").getString("type")).isEqualTo("org.lethe.deletion.cancelled");
            assertThat(owner.photos(large)).hasSize(8);
        }
    }

    @Test
    void theSameRequestShouldBeCarriedOutOnceAndAnsweredEachTime() throws Exception {
        try (JMSConsumer inbox = session.createConsumer(session.createQueue(replies))) {
            request("first").setProperty("lethe_idempotency_key", "order-7").send(album(album));
            String deletion = reply(inbox, "accepted", "first").getString("deletionId");
            reply(inbox, "ended", "first");

            request("again").setProperty("lethe_idempotency_key", "order-7").send(album(album));

            assertThat(reply(inbox, "accepted", "again").getString("deletionId"))
                    .isEqualTo(deletion);
            assertThat(reply(inbox, "ended", "again").getString("subject")).isEqualTo(deletion);
            request("another")
                    .setProperty("lethe_idempotency_key", "order-7")
                    .send(album(owner.createAlbum("Another", 1)));
            assertThat(refusal(inbox, "another").getString("type")).isEqualTo("/problems/idempotency-key-reused");
            nothing(inbox);
            assertThat(owner.get("api/deletions").items()).hasSize(1);
            assertThat(owner.get("api/albums").items()).hasSize(1);
        }
    }

    @Test
    void manyOfTheSameAtOnceShouldBeOneDeletion() throws Exception {
        try (JMSConsumer inbox = session.createConsumer(session.createQueue(replies))) {
            lethe.broker().pause(Broker.REQUEST);
            for (int i = 0; i < 6; i++) {
                request("at once").setProperty("lethe_idempotency_key", "one").send(album(album));
            }
            lethe.broker().resume(Broker.REQUEST);

            Awaitility.await("its end")
                    .until(() ->
                            owner.get("api/deletions?state=COMPLETED").items().size() == 1);
            int accepted = 0;
            TextMessage message = (TextMessage) inbox.receive(PATIENCE_MILLIS);
            while (message != null) {
                assertThat(message.getStringProperty("lethe_type")).isNotEqualTo("refused");
                accepted += message.getStringProperty("lethe_type").equals("accepted") ? 1 : 0;
                message = (TextMessage) inbox.receive(2 * NOTHING_COMES_MILLIS);
            }
            assertThat(accepted).isEqualTo(6);
            assertThat(owner.get("api/deletions").items()).hasSize(1);
        }
    }

    @Test
    void anInvalidTokenShouldBeRefused() throws Exception {
        try (JMSConsumer inbox = session.createConsumer(session.createQueue(replies))) {
            token = "lethe_guessed";
            request("guessed").send(album(album));
            assertThat(refusal(inbox, "guessed").getInt("status")).isEqualTo(401);

            token = token("read");
            request("reads only").send(album(album));
            JsonObject problem = refusal(inbox, "reads only");
            assertThat(problem.getString("type")).isEqualTo("/problems/insufficient-scope");
            assertThat(problem.getString("missingScope")).isEqualTo("delete");

            producer("no token").send(session.createQueue(Broker.REQUEST), album(album));
            assertThat(refusal(inbox, "no token").getInt("status")).isEqualTo(401);
            assertThat(owner.photos(album)).hasSize(2);
        }
    }

    @Test
    void whatDoesNotExistOrIsAnothersShouldBeRefusedAndNothingDeleted() throws Exception {
        LetheClient another = lethe.newOwner();
        UUID foreign = another.createAlbum("Another's", 1);
        UUID own = owner.photos(album).get(0).id();
        UUID anothers = another.photos(foreign).get(0).id();
        try (JMSConsumer inbox = session.createConsumer(session.createQueue(replies))) {
            request("foreign").send(album(foreign));
            assertThat(refusal(inbox, "foreign").getInt("status")).isEqualTo(404);

            request("mixed").send("{\"version\": 1, \"photoIds\": [\"" + own + "\", \"" + anothers + "\"]}");
            JsonObject problem = refusal(inbox, "mixed");
            assertThat(problem.getString("type")).isEqualTo("/problems/unknown-photos");
            assertThat(problem.toString()).contains(anothers.toString()).doesNotContain(own.toString());
            assertThat(owner.photos(album)).hasSize(2);
            assertThat(another.photos(foreign)).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{}",
                "{\"version\": 1}",
                "{\"version\": 2, \"albumId\": \"0198f6c2-7c11-7d2e-8a4b-5c6d7e8f9a0b\"}",
                "{\"version\": 1, \"albumId\": \"none\"}",
                "{\"version\": 1, \"albumId\": \"0198f6c2-7c11-7d2e-8a4b-5c6d7e8f9a0b\", \"dryRun\": false}",
                "{\"version\": 1, \"albumId\": \"0198f6c2-7c11-7d2e-8a4b-5c6d7e8f9a0b\", \"callback\": \"http://x\"}"
            })
    void whatIsMalformedShouldBeRefused(String text) throws Exception {
        try (JMSConsumer inbox = session.createConsumer(session.createQueue(replies))) {
            request("malformed").send(text);

            assertThat(refusal(inbox, "malformed").getString("type")).isEqualTo("/problems/malformed");
        }
    }

    @Test
    void whatIsNoTextShouldBeRefused() throws Exception {
        try (JMSConsumer inbox = session.createConsumer(session.createQueue(replies))) {
            producer("bytes")
                    .setProperty("lethe_token", token)
                    .send(session.createQueue(Broker.REQUEST), new byte[] {1, 2, 3});

            assertThat(refusal(inbox, "bytes").getString("type")).isEqualTo("/problems/malformed");
        }
    }

    /** What cannot be answered is shown to a person, without the token. */
    @ParameterizedTest
    @ValueSource(strings = {Broker.MAIN, Broker.DEAD, "lethe.event", "lethe.reply.#", "elsewhere"})
    void aForeignReplyAddressShouldBeRefusedAndNothingSentThere(String foreign) {
        replies = foreign;
        long failures = failuresOfRequests();

        request("foreign").send(album(album));

        Awaitility.await("a failure").until(() -> failuresOfRequests() == failures + 1);
        assertThat(owner.photos(album)).hasSize(2);
        assertThat(lethe.database()
                        .number("select count(*) from failure where failure::text like ?", '%' + token + '%'))
                .isZero();
        assertThat(lethe.database()
                        .number(
                                "select count(*) from failure_event where failure_event::text like ?",
                                '%' + token + '%'))
                .isZero();
    }

    @Test
    void whoWantsNoReplyShouldNeedNone() {
        session.createProducer()
                .setProperty("lethe_token", token)
                .send(session.createQueue(Broker.REQUEST), album(album));

        Awaitility.await("the end")
                .until(() -> owner.get("api/deletions?state=COMPLETED").items().size() == 1);
    }

    @Test
    void aRequesterShouldReachNothingElse() {
        for (String queue : Broker.QUEUES) {
            Assertions.assertThatThrownBy(() -> session.createConsumer(session.createQueue(queue)))
                    .isInstanceOf(JMSRuntimeException.class);
        }
        for (String queue : List.of(Broker.MAIN, Broker.CALLBACK, Broker.DEAD, "lethe.reply.forged")) {
            Assertions.assertThatThrownBy(() -> session.createProducer().send(session.createQueue(queue), "{}"))
                    .isInstanceOf(JMSRuntimeException.class);
        }
    }

    private static long failuresOfRequests() {
        return lethe.database().number("select count(*) from failure where queue = ?", Broker.REQUEST);
    }

    private String token(String scope) {
        return owner.post("api/tokens", "{\"name\": \"by message\", \"scopes\": [\"" + scope + "\"]}")
                .expect(201)
                .json()
                .getString("token");
    }

    private static String album(UUID album) {
        return "{\"version\": 1, \"albumId\": \"" + album + "\", \"restoreWindow\": \"PT0S\"}";
    }

    private JMSProducer producer(String correlation) {
        return session.createProducer()
                .setJMSReplyTo(new ActiveMQQueue(replies))
                .setJMSCorrelationID(correlation);
    }

    private Request request(String correlation) {
        return new Request(
                producer(correlation).setProperty("lethe_token", token), session.createQueue(Broker.REQUEST));
    }

    private record Request(JMSProducer producer, Queue queue) {
        Request setProperty(String name, String value) {
            producer.setProperty(name, value);
            return this;
        }

        void send(String text) {
            producer.send(queue, text);
        }
    }

    private static JsonObject reply(JMSConsumer inbox, String type, String correlation) throws JMSException {
        TextMessage message = (TextMessage) inbox.receive(PATIENCE_MILLIS);
        assertThat(message).isNotNull();
        assertThat(message.getStringProperty("lethe_type"))
                .as(message.getText())
                .isEqualTo(type);
        assertThat(message.getJMSCorrelationID()).isEqualTo(correlation);
        return Json.createReader(new StringReader(message.getText())).readObject();
    }

    private static JsonObject refusal(JMSConsumer inbox, String correlation) throws JMSException {
        return reply(inbox, "refused", correlation).getJsonObject("problem");
    }

    private static void nothing(JMSConsumer inbox) {
        Assertions.assertThat(inbox.receive(NOTHING_COMES_MILLIS)).isNull();
    }
}
