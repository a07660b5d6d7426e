package org.lethe.it.rest;

import static org.lethe.it.LetheAssertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lethe.it.Answer;
import org.lethe.it.Broker;
import org.lethe.it.Deletion;
import org.lethe.it.EventReader;
import org.lethe.it.Lethe;
import org.lethe.it.LetheClient;
import org.lethe.it.StorageDirectory;

@DisplayName("The whole, as operators see it")
class OverviewIT {
    @RegisterExtension
    static final Lethe lethe = Lethe.shared();

    private LetheClient operator;

    @BeforeEach
    void anOperator() {
        operator = lethe.newAccount("operator");
    }

    @Test
    void theOverviewShouldSayWhatTheCountSays() {
        LetheClient owner = lethe.newOwner();
        owner.awaitOver(owner.deleteAlbum(owner.createAlbum("Counted", 3)).id());
        lethe.invariants().awaitQuiet();
        JsonObject count = operator.conservation();

        Awaitility.await("a sample of now").atMost(LetheClient.DEADLINE).untilAsserted(() -> {
            JsonObject overview = overview();
            JsonObject conservation = overview.getJsonObject("conservation");
            for (String figure : List.of("requested", "waiting", "gone", "failed", "waived", "difference", "addsUp")) {
                assertThat(conservation.get(figure)).as(figure).isEqualTo(count.get(figure));
            }
        });
        JsonObject overview = overview();
        assertThat(overview.getJsonArray("storages")).hasSize(2);
        assertThat(overview.getJsonArray("queues")).hasSize(12);
        assertThat(overview.getValue("/series/storages/main/gonePerSecond").asJsonArray())
                .hasSize(60);
    }

    /** A stream without a body would never answer. */
    @Test
    void whoAsksForTheHeadOfAStreamShouldBeRefusedAtOnce() {
        Answer head = operator.send(operator.request("api/admin/events").method("HEAD", BodyPublishers.noBody()));

        assertThat(head).hasStatus(405).hasHeader("Allow");
    }

    @Test
    void aDeletionShouldBeToldWhileItGoesOn() {
        LetheClient owner = lethe.newOwner();
        UUID album = owner.createAlbum("Live", 2);
        try (EventReader events = watch(operator, "")) {
            EventReader.Event first =
                    events.await("the first figures", event -> event.name().equals("overview"));
            long requested = requested(first);
            EventReader.Event unchanged =
                    events.await("deletions", event -> event.name().equals("deletions"));

            Deletion deletion = owner.deleteAlbum(album);
            events.await(
                    "the change of deletions",
                    event -> event.name().equals("deletions") && !event.data().equals(unchanged.data()));
            EventReader.Event counted = events.await(
                    "the new figures", event -> event.name().equals("overview") && requested(event) > requested);
            owner.awaitOver(deletion.id());

            assertThat(json(counted).getJsonObject("conservation").getBoolean("addsUp"))
                    .isTrue();
        }
    }

    @Test
    void whoeverComesAgainShouldBeToldWhatIsNew() {
        String seen;
        try (EventReader events = watch(operator, "")) {
            seen = events.await("all of it", event -> event.name().equals("failures"))
                    .id();
        }
        plantFailure("planted by OverviewIT");

        try (EventReader events = watch(operator, seen)) {
            EventReader.Event failures = events.await(
                    "the failure",
                    event -> event.name().equals("failures") && json(event).getInt("fresh") == 1);

            assertThat(json(failures).getInt("open")).isPositive();
        }
    }

    @Test
    void aStreamShouldEndWithItsSession() {
        LetheClient account = lethe.newAccount("operator");
        Answer signedIn = lethe.anonymous()
                .post(
                        "api/session",
                        Json.createObjectBuilder()
                                .add("login", account.login())
                                .add("password", lethe.passwordOf(account))
                                .build())
                .expect(201);
        String cookie = signedIn.header("Set-Cookie").orElseThrow().replaceAll(";.*", "");
        LetheClient session = lethe.withSession(cookie, signedIn.json().getString("csrfToken"));
        try (EventReader events = watch(session, "")) {
            events.await("the first figures", event -> event.name().equals("overview"));

            session.delete("api/session").expect(204);

            events.awaitEnd();
        }
        assertThat(session.get("api/admin/events")).hasStatus(401);
    }

    @Test
    void anAccountShouldHaveSoManyStreamsAndAnotherMore() {
        List<EventReader> streams = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            streams.add(watch(operator, ""));
        }

        assertThat(operator.get("api/admin/events"))
                .isProblem(429, "too-many-requests")
                .hasHeader("Retry-After");
        assertThat(lethe.newAccount("operator").get("api/admin/events")).hasStatus(200);
        streams.forEach(EventReader::close);
    }

    @Test
    void whatNeedsAPersonShouldBeListedTheWorstFirst() {
        plantFailure("a cause of OverviewIT");
        lethe.broker().pause(Broker.CALLBACK);

        Awaitility.await("both").atMost(LetheClient.DEADLINE).untilAsserted(() -> {
            List<JsonObject> items = attention();
            assertThat(items).anySatisfy(item -> {
                assertThat(item.getString("kind")).isEqualTo("FAILURES");
                assertThat(item.getString("text")).contains("a cause of OverviewIT");
                assertThat(item.getString("link")).startsWith("/console/failures?group=");
            });
            assertThat(items).anySatisfy(item -> {
                assertThat(item.getString("kind")).isEqualTo("PAUSED");
                assertThat(item.getString("subject")).isEqualTo(Broker.CALLBACK);
            });
            assertThat(items.stream().map(item -> item.getString("severity")).toList())
                    .isSortedAccordingTo(
                            (a, b) -> "ALARM".equals(a) == "ALARM".equals(b) ? 0 : "ALARM".equals(a) ? -1 : 1);
        });
        lethe.broker().resume(Broker.CALLBACK);
    }

    @Test
    void everyTrapOfTheSetUpShouldBeLookedAtAndAnOutageSeen() {
        Awaitility.await("all is well").atMost(LetheClient.DEADLINE).untilAsserted(() -> assertThat(checks())
                .hasSizeGreaterThan(20)
                .allSatisfy(check -> assertThat(check.getString("state"))
                        .as(check.toString())
                        .isIn(check.getString("id").contains("disk") ? List.of("OK", "WARN", "FAIL") : List.of("OK"))));

        try (StorageDirectory.Outage outage = lethe.backup().unmounted()) {
            assertThat(outage).isNotNull();
            Awaitility.await("the outage is seen").atMost(LetheClient.DEADLINE).untilAsserted(() -> {
                assertThat(state("storage-writable-backup")).isEqualTo("FAIL");
                assertThat(state("storage-identity-backup")).isEqualTo("UNKNOWN");
                assertThat(state("storage-writable-main")).isEqualTo("OK");
                assertThat(attention().stream())
                        .anyMatch(item -> item.getString("kind").equals("CHECK")
                                && item.getString("subject").equals("storage-writable-backup"));
            });
        }
        Awaitility.await("it is well again").atMost(LetheClient.DEADLINE).until(() -> state("storage-writable-backup")
                .equals("OK"));
    }

    private EventReader watch(LetheClient client, String lastId) {
        var request = client.request("api/admin/events");
        return EventReader.open(lastId.isEmpty() ? request : request.header("Last-Event-ID", lastId));
    }

    private void plantFailure(String cause) {
        lethe.database()
                .execute(
                        "insert into failure (id, kind, state, queue, cause, error) values"
                                + " (?, 'MESSAGE', 'OPEN', 'lethe.removal.main', ?, 'planted')",
                        UUID.randomUUID(),
                        cause);
    }

    private JsonObject overview() {
        return operator.get("api/admin/overview").expect(200).json();
    }

    private List<JsonObject> attention() {
        return items("api/admin/attention").toList();
    }

    private List<JsonObject> checks() {
        return items("api/admin/checks").toList();
    }

    private String state(String check) {
        return checks().stream()
                .filter(one -> one.getString("id").equals(check))
                .map(one -> one.getString("state"))
                .findFirst()
                .orElseThrow();
    }

    private Stream<JsonObject> items(String path) {
        return operator.get(path).expect(200).json().getJsonArray("items").getValuesAs(JsonObject.class).stream();
    }

    private static long requested(EventReader.Event overview) {
        return json(overview)
                .getJsonObject("conservation")
                .getJsonNumber("requested")
                .longValue();
    }

    private static JsonObject json(EventReader.Event event) {
        try (JsonReader reader = Json.createReader(new StringReader(event.data()))) {
            return reader.readObject();
        }
    }
}
