package org.lethe.it.rest;

import static org.lethe.it.LetheAssertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.TextMessage;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lethe.it.Broker;
import org.lethe.it.Deletion;
import org.lethe.it.Lethe;
import org.lethe.it.LetheClient;

/** Subscribers as others would write them: a search index with two nodes, and a mailer that wants to know of ends only. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("Subscribing to events")
class EventsIT {
    private static final String ADDRESS = "lethe.event";
    private static final long PATIENCE_MILLIS = 20_000;
    private static final long NOTHING_COMES_MILLIS = 500;

    @RegisterExtension
    static final Lethe lethe = Lethe.shared();

    private LetheClient owner;

    @BeforeEach
    void anOwner() {
        owner = lethe.newOwner();
    }

    @AfterAll
    void everythingHolds() {
        lethe.invariants().awaitQuiet().assertHolds();
    }

    @Test
    void eachSubscriptionShouldGetEachEventOnceAndItsNodesShareThem() throws Exception {
        try (ActiveMQConnectionFactory connections = subscriber();
                JMSContext one = connections.createContext();
                JMSContext other = connections.createContext();
                JMSContext mailer = connections.createContext()) {
            JMSConsumer first = one.createSharedDurableConsumer(one.createTopic(ADDRESS), "index");
            JMSConsumer second = other.createSharedDurableConsumer(other.createTopic(ADDRESS), "index");
            JMSConsumer ends = mailer.createSharedDurableConsumer(
                    mailer.createTopic(ADDRESS), "mailer", "ce_type = 'org.lethe.deletion.completed'");

            UUID album = owner.createAlbum("Told", 3);
            Deletion deletion = owner.deleteAlbum(album);
            owner.awaitOver(deletion.id());

            JsonObject end = received(ends);
            assertThat(end.getJsonObject("data").getString("state")).isEqualTo("COMPLETED");
            assertThat(end.getJsonObject("data").getInt("photos")).isEqualTo(3);
            assertThat(end.getJsonObject("data").getString("albumId")).isEqualTo(album.toString());
            List<JsonObject> all = new ArrayList<>();
            all.addAll(allOf(first));
            all.addAll(allOf(second));
            assertThat(all)
                    .extracting(event -> event.getString("type"))
                    .containsExactlyInAnyOrder(
                            "org.lethe.deletion.requested",
                            "org.lethe.deletion.started",
                            "org.lethe.deletion.completed");
            assertThat(all).allSatisfy(event -> assertThat(event.getString("subject"))
                    .isEqualTo(deletion.id().toString()));
            first.close();
            second.close();
            ends.close();
            one.unsubscribe("index");
            mailer.unsubscribe("mailer");
        }
    }

    @Test
    void whatIsRefusedShouldNotBeToldAndWhatIsRestoredShould() throws Exception {
        try (ActiveMQConnectionFactory connections = subscriber();
                JMSContext session = connections.createContext()) {
            JMSConsumer events = session.createSharedDurableConsumer(session.createTopic(ADDRESS), "regrets");
            UUID album = owner.createAlbum("Regretted", 1);
            owner.requestDeletionOf(List.of(
                            UUID.randomUUID(), owner.photos(album).get(0).id()))
                    .expect(422);
            Deletion deletion = Deletion.of(owner.delete("api/albums/" + album + "?restoreWindow=PT3S")
                    .expect(202)
                    .json());
            owner.restore(deletion.id());

            assertThat(allOf(events))
                    .extracting(event -> event.getString("type"))
                    .containsExactly("org.lethe.deletion.requested", "org.lethe.deletion.restored");
            events.close();
            session.unsubscribe("regrets");
        }
    }

    @Test
    void withoutASubscriptionNothingShouldBeKept() {
        owner.awaitOver(owner.deleteAlbum(owner.createAlbum("Untold", 1)).id());

        assertThat(lethe.broker().queuesOf(ADDRESS)).isEmpty();
    }

    @Test
    void aSubscriberShouldReachNothingElse() {
        try (ActiveMQConnectionFactory connections = subscriber();
                JMSContext session = connections.createContext()) {
            Assertions.assertThatThrownBy(() -> session.createProducer().send(session.createTopic(ADDRESS), "{}"))
                    .isInstanceOf(JMSRuntimeException.class);
            for (String queue : Broker.QUEUES) {
                Assertions.assertThatThrownBy(() -> session.createConsumer(session.createQueue(queue)))
                        .isInstanceOf(JMSRuntimeException.class);
            }
        }
    }

    private static ActiveMQConnectionFactory subscriber() {
        return new ActiveMQConnectionFactory(
                lethe.installation().brokerUrl(),
                lethe.installation().subscriberUser(),
                lethe.installation().subscriberPassword());
    }

    private List<JsonObject> allOf(JMSConsumer events) throws JMSException, IOException {
        List<JsonObject> all = new ArrayList<>();
        TextMessage message = (TextMessage) events.receive(NOTHING_COMES_MILLIS);
        while (message != null) {
            all.add(read(message));
            message = (TextMessage) events.receive(NOTHING_COMES_MILLIS);
        }
        return all;
    }

    private static JsonObject received(JMSConsumer events) throws JMSException, IOException {
        TextMessage message = (TextMessage) events.receive(PATIENCE_MILLIS);
        assertThat(message).isNotNull();
        return read(message);
    }

    private static JsonObject read(TextMessage message) throws JMSException, IOException {
        JsonSchema schema = JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(Files.readString(Path.of("../src/main/resources/META-INF/schemas/deletion-event.json")));
        assertThat(schema.validate(message.getText(), InputFormat.JSON)).isEmpty();
        JsonObject event =
                Json.createReader(new StringReader(message.getText())).readObject();
        assertThat(event.getString("type")).isEqualTo(message.getStringProperty("ce_type"));
        assertThat(event.getString("subject")).isEqualTo(message.getStringProperty("ce_subject"));
        assertThat(event.getString("id")).isEqualTo(message.getStringProperty("ce_id"));
        return event;
    }
}
