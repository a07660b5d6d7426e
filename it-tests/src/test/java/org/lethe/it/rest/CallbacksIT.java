package org.lethe.it.rest;

import static org.lethe.it.LetheAssertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lethe.it.Broker;
import org.lethe.it.Deletion;
import org.lethe.it.Failure;
import org.lethe.it.Lethe;
import org.lethe.it.LetheClient;
import org.lethe.it.StorageDirectory.Outage;

@DisplayName("Being called back at the end of a deletion")
class CallbacksIT {
    @RegisterExtension
    static final Lethe lethe = Careful.lethe();

    private LetheClient owner;
    private UUID album;

    @BeforeEach
    void anAlbumOfTwo() {
        owner = lethe.newOwner();
        album = owner.createAlbum("Called back", 2);
    }

    @AfterAll
    static void everythingHolds() {
        lethe.invariants().awaitQuiet().assertHolds();
        assertThat(lethe.broker().depth(Broker.CALLBACK_DEAD).messages()).isZero();
    }

    @Test
    void theEndShouldBeToldOnceAndSigned() throws Exception {
        try (Hook hook = new Hook()) {
            Deletion requested = delete(hook, "PT3S");

            assertThat(callback(requested).getString("state")).isEqualTo("WAITING");
            assertThat(callback(requested).getString("url")).isEqualTo(hook.url());
            JsonObject told = awaitState(requested, "DELIVERED");

            assertThat(hook.calls()).hasSize(1);
            Hook.Call call = hook.calls().get(0);
            assertThat(call.path()).isEqualTo("/hook?for=us");
            assertThat(call.type()).isEqualTo("application/cloudevents+json; charset=UTF-8");
            assertThat(call.isSignedWith(secret("show"))).isTrue();
            assertThat(call.isSignedWith(secretOf(lethe.newOwner(), "show"))).isFalse();
            assertThat(call.timestamp()).isBetween(now() - 60, now() + 1);
            assertThat(call.event().getString("id")).isEqualTo(call.id());
            assertThat(call.event().getString("type")).isEqualTo("org.lethe.deletion.completed");
            assertThat(call.event().getJsonObject("data").getString("deletionId"))
                    .isEqualTo(requested.id().toString());
            assertThat(call.event().getJsonObject("data").getString("state")).isEqualTo("COMPLETED");
            assertThat(told.getInt("attempts")).isEqualTo(1);
            assertThat(Instant.parse(told.getString("deliveredAt"))).isBefore(Instant.now());
            assertThat(told).doesNotContainKey("lastError");
        }
    }

    @Test
    void whoDoesNotTakeItShouldBeCalledAgainWithTheSameId() throws Exception {
        try (Hook hook = new Hook(500, 503)) {
            JsonObject told = awaitState(delete(hook, "PT0S"), "DELIVERED");

            assertThat(hook.calls()).hasSize(3);
            assertThat(hook.calls())
                    .extracting(Hook.Call::id)
                    .containsOnly(hook.calls().get(0).id());
            assertThat(hook.calls())
                    .extracting(Hook.Call::body)
                    .containsOnly(hook.calls().get(0).body());
            assertThat(hook.calls()).allMatch(call -> call.isSignedWith(secret("show")));
            assertThat(told.getInt("attempts")).isEqualTo(3);
            assertThat(told.getString("lastError")).isEqualTo("answered 503");
        }
    }

    @Test
    void whoNeverTakesItShouldBeGivenUp() throws Exception {
        try (Hook hook = Hook.always(500)) {
            JsonObject told = awaitState(delete(hook, "PT0S"), "FAILED");

            assertThat(hook.calls()).hasSize(Lethe.MAX_ATTEMPTS);
            assertThat(told.getInt("attempts")).isEqualTo(Lethe.MAX_ATTEMPTS);
            assertThat(told.getString("lastError")).isEqualTo("answered 500");
            assertThat(told).doesNotContainKey("deliveredAt");
        }
    }

    @Test
    void whoIsGoneForGoodShouldBeCalledOnce() throws Exception {
        try (Hook hook = Hook.always(410)) {
            JsonObject told = awaitState(delete(hook, "PT0S"), "FAILED");

            assertThat(hook.calls()).hasSize(1);
            assertThat(told.getInt("attempts")).isEqualTo(1);
        }
    }

    @Test
    void aRedirectShouldNotBeFollowed() throws Exception {
        try (Hook hook = Hook.always(307)) {
            JsonObject told = awaitState(delete(hook, "PT0S"), "FAILED");

            assertThat(hook.calls()).extracting(Hook.Call::path).containsOnly("/hook?for=us");
            assertThat(told.getString("lastError")).isEqualTo("answered 307, and redirects are not followed");
        }
    }

    @Test
    void whoKeepsTheCallWaitingShouldBeCutOff() throws Exception {
        try (Hook hook = new Hook(Hook.SILENCE)) {
            JsonObject told = awaitState(delete(hook, "PT0S"), "DELIVERED");

            assertThat(hook.calls()).hasSize(2);
            assertThat(told.getString("lastError")).isEqualTo("no answer within PT2S");
        }
    }

    @Test
    void whatIsRestoredShouldBeTold() throws Exception {
        try (Hook hook = new Hook()) {
            Deletion requested =
                    delete(hook, "PT10S"); // its message stays for so long, and others wait for an empty queue
            owner.restore(requested.id());
            awaitState(requested, "DELIVERED");

            assertThat(hook.calls().get(0).event().getString("type")).isEqualTo("org.lethe.deletion.restored");
        }
    }

    @Test
    void whatIsHeldShouldBeToldWhenItIsCancelledOrAtItsEnd() throws Exception {
        UUID large = owner.createAlbum("Large", 4);
        UUID larger = owner.createAlbum("Larger", 12);
        try (Hook hook = new Hook();
                Hook other = new Hook()) {
            Deletion cancelled = delete(larger, hook, "PT0S");
            assertThat(cancelled).is("HELD");
            owner.post("api/deletions/" + cancelled.id() + "/cancel").expect(200);
            awaitState(cancelled, "DELIVERED");
            Deletion confirmed = delete(larger, other, "PT0S");
            assertThat(confirmed).is("HELD");
            owner.post("api/deletions/" + confirmed.id() + "/confirm").expect(202);
            awaitState(confirmed, "DELIVERED");

            assertThat(hook.calls().get(0).event().getString("type")).isEqualTo("org.lethe.deletion.cancelled");
            assertThat(other.calls().get(0).event().getString("type")).isEqualTo("org.lethe.deletion.completed");
            assertThat(owner.photos(large)).hasSize(4);
        }
    }

    @Test
    void whatEndsAgainShouldBeToldAgain() throws Exception {
        try (Hook hook = new Hook()) {
            Deletion requested;
            try (Outage outage = lethe.backup().unmounted()) {
                assertThat(outage).isNotNull();
                requested = delete(hook, "PT0S");
                awaitState(requested, "DELIVERED");
            }
            List<Failure> failures = lethe.admin().failuresOf(requested.id());
            failures.forEach(failure -> lethe.admin().retry(failure.id()));
            owner.await(requested.id(), now -> now.state().equals("COMPLETED"));
            awaitState(requested, "DELIVERED");

            assertThat(hook.calls())
                    .extracting(call -> call.event().getJsonObject("data").getString("state"))
                    .containsExactly("COMPLETED_WITH_FAILURES", "COMPLETED");
            assertThat(hook.calls()).extracting(Hook.Call::id).doesNotHaveDuplicates();
        }
    }

    @Test
    void aReplacedSecretShouldSignForADayBesideTheNewOne() throws Exception {
        String before = secret("show");
        String after = secret("rotate");
        assertThat(after).startsWith("whsec_").isNotEqualTo(before).isEqualTo(secret("show"));
        try (Hook hook = new Hook()) {
            awaitState(delete(hook, "PT0S"), "DELIVERED");

            assertThat(hook.calls().get(0).signatures()).hasSize(2);
            assertThat(hook.calls().get(0).isSignedWith(before)).isTrue();
            assertThat(hook.calls().get(0).isSignedWith(after)).isTrue();
        }
        lethe.database()
                .execute(
                        "update callback_secret set since = since - interval '1 day' where account_id ="
                                + " (select id from account where login = ?)",
                        owner.login());
        album = owner.createAlbum("A day later", 1);
        try (Hook hook = new Hook()) {
            awaitState(delete(hook, "PT0S"), "DELIVERED");

            assertThat(hook.calls().get(0).signatures()).hasSize(1);
            assertThat(hook.calls().get(0).isSignedWith(after)).isTrue();
        }
        assertThat(lethe.database().texts("select action from audit_entry where actor = ? order by at", owner.login()))
                .containsExactly("CALLBACK_SECRET_SHOWN", "CALLBACK_SECRET_ROTATED", "CALLBACK_SECRET_SHOWN");
    }

    @Test
    void aDryRunShouldTellNobody() {
        String body = "{\"albumId\": \"%s\", \"dryRun\": true, \"callback\": {\"url\": \"http://127.0.0.1/\"}}";

        assertThat(owner.post("api/deletions", body.formatted(album)))
                .isProblem(400, "malformed")
                .hasErrorsFor("callback");
    }

    @Test
    void aLostMessageShouldBeSentAgain() throws Exception {
        try (Hook hook = new Hook()) {
            lethe.broker().pause(Broker.CALLBACK);
            Deletion requested = delete(hook, "PT0S");
            awaitState(requested, "SENDING");
            assertThat(lethe.broker().lose(Broker.CALLBACK)).isPositive();
            lethe.broker().resume(Broker.CALLBACK);

            awaitState(requested, "DELIVERED");

            assertThat(hook.calls()).hasSize(1);
        }
    }

    @Test
    void whatCameTwiceOrIsNotOursShouldCallNobody() throws Exception {
        try (Hook hook = new Hook()) {
            Deletion requested = delete(hook, "PT0S");
            awaitState(requested, "DELIVERED");

            lethe.broker().send(Broker.CALLBACK, message(requested, 1));
            lethe.broker().send(Broker.CALLBACK, message(requested, 0));
            lethe.broker().send(Broker.CALLBACK_DEAD, message(requested, 1));
            lethe.broker().send(Broker.CALLBACK, "{\"version\": 7}");
            awaitEmpty();

            assertThat(hook.calls()).hasSize(1);
            assertThat(callback(owner.deletion(requested.id())).getString("state"))
                    .isEqualTo("DELIVERED");
        }
    }

    @Test
    void aServerThatDiesBeforeItIsRecordedShouldTellItAgainWithTheSameId() throws Exception {
        try (Hook hook = new Hook(Hook.SILENCE)) {
            Deletion requested = delete(hook, "PT0S");
            Awaitility.await("the first call")
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> !hook.calls().isEmpty());
            lethe.installation().server().kill();
            lethe.installation().server().start();

            awaitState(requested, "DELIVERED");

            assertThat(hook.calls()).hasSizeGreaterThan(1);
            assertThat(hook.calls())
                    .extracting(Hook.Call::id)
                    .containsOnly(hook.calls().get(0).id());
        }
    }

    private static String message(Deletion deletion, int generation) {
        return "{\"version\": 1, \"type\": \"SendCallback\", \"deletionId\": \"%s\", \"generation\": %d}"
                .formatted(deletion.id(), generation);
    }

    private static void awaitEmpty() {
        Awaitility.await("empty queues")
                .until(() -> lethe.broker().depth(Broker.CALLBACK).messages()
                                + lethe.broker().depth(Broker.CALLBACK_DEAD).messages()
                        == 0);
    }

    private Deletion delete(Hook hook, String window) {
        return delete(album, hook, window);
    }

    private Deletion delete(UUID which, Hook hook, String window) {
        JsonObjectBuilder body = Json.createObjectBuilder()
                .add("albumId", which.toString())
                .add("restoreWindow", window)
                .add("callback", Json.createObjectBuilder().add("url", hook.url()));
        return Deletion.of(owner.post("api/deletions", body.build()).expect(202).json());
    }

    private JsonObject awaitState(Deletion deletion, String state) {
        return callback(owner.await(
                deletion.id(), now -> callback(now).getString("state").equals(state)));
    }

    private static JsonObject callback(Deletion deletion) {
        return deletion.json().getJsonObject("callback");
    }

    private String secret(String operation) {
        return secretOf(owner, operation);
    }

    private static String secretOf(LetheClient who, String operation) {
        return who.post("api/callback-secret/" + operation).expect(200).json().getString("secret");
    }

    private static long now() {
        return Instant.now().getEpochSecond();
    }
}
