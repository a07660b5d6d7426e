package org.lethe.it.rest;

import static org.lethe.it.LetheAssertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lethe.it.Answer;
import org.lethe.it.Broker;
import org.lethe.it.Lethe;
import org.lethe.it.LetheClient;

@DisplayName("Redelivery settings are a document with versions")
class RedeliveryIT {
    @RegisterExtension
    static final Lethe lethe = Lethe.named("redelivery", builder -> builder);

    private final LetheClient admin = lethe.newAccount("admin");
    private final Redelivery backup = new Redelivery(lethe, admin, Broker.BACKUP);
    private JsonObject before;

    @BeforeEach
    void asItIs() {
        before = backup.policy();
    }

    @AfterEach
    void asItWas() {
        lethe.mend();
        Awaitility.await("the broker is looked at")
                .atMost(LetheClient.DEADLINE)
                .until(() -> !state().equals("AWAY") && !state().equals("NOT_YET_TOLD"));
        if (state().equals("DRIFT")) {
            backup.settle("stored").expect(200);
        }
        backup.put(before, "*").expect(200);
    }

    @Test
    void theFirstVersionShouldBeWhatTheBrokerHad() {
        JsonObject first = versions().get(versions().size() - 1);

        assertThat(first.getInt("version")).isEqualTo(1);
        assertThat(first.getString("author")).isEqualTo("system");
        assertThat(first.getJsonObject("policy").getInt("maxAttempts")).isEqualTo(Lethe.MAX_ATTEMPTS);
        assertThat(first.getJsonObject("policy").getInt("delayMillis")).isEqualTo(200);
        assertThat(first.getJsonArray("differences")).isEmpty();
        assertThat(admin.get("api/admin/redelivery").expect(200).items().stream()
                        .map(queue -> queue.asJsonObject().getString("queue") + " "
                                + queue.asJsonObject().getBoolean("changeable")))
                .containsExactly(
                        "lethe.removal.plan true",
                        "lethe.removal.main true",
                        "lethe.removal.backup true",
                        "lethe.thumbnail true",
                        "lethe.callback true",
                        "lethe.notification true",
                        "lethe.dead false",
                        "lethe.expired false",
                        "lethe.callback.dead false",
                        "lethe.notification.dead false");
    }

    @Test
    void aChangeShouldBeTheBrokersAtOnceAndKeepWhatNoPolicyHas() {
        JsonObject atBrokerBefore = lethe.broker().addressSettings(Broker.BACKUP);

        JsonObject changed = backup.change("delayMillis", 700, "multiplier", 1.5, "jitter", 0.1);

        assertThat(changed.getJsonObject("broker").getString("state")).isEqualTo("MATCHES");
        assertThat(changed.getString("author")).isEqualTo(admin.login());
        JsonObject atBroker = lethe.broker().addressSettings(Broker.BACKUP);
        assertThat(atBroker.getInt("redeliveryDelay")).isEqualTo(700);
        assertThat(atBroker.getJsonNumber("redeliveryMultiplier").doubleValue()).isEqualTo(1.5);
        assertThat(atBroker.getJsonNumber("redeliveryCollisionAvoidanceFactor").doubleValue())
                .isEqualTo(0.1);
        assertThat(atBroker.keySet()).containsAll(atBrokerBefore.keySet());
        assertThat(atBroker.get("deadLetterAddress")).isEqualTo(atBrokerBefore.get("deadLetterAddress"));
        JsonObject newest = versions().get(0);
        assertThat(members(newest)).containsExactly("delayMillis", "multiplier", "jitter");
        assertThat(audited("REDELIVERY_CHANGED").getJsonObject("details").getInt("version"))
                .isEqualTo(newest.getInt("version"));
    }

    @Test
    void whatIsTheSameShouldMakeNoVersion() {
        int version = backup.now().getInt("version");

        assertThat(backup.put(backup.policy(), backup.tag()).expect(200).json().getInt("version"))
                .isEqualTo(version);
    }

    @Test
    void undoShouldPutTheEarlierDocumentBackWhole() {
        int earlier = backup.now().getInt("version");
        JsonObject atBroker = lethe.broker().addressSettings(Broker.BACKUP);
        backup.change("maxAttempts", 2, "delayMillis", 10_000, "maxDelayMillis", 20_000, "whenFull", "FAIL");
        backup.change("expiryMillis", 600_000);
        backup.put(before, "*").expect(200);
        backup.change("maxAttempts", 9);

        JsonObject restored = backup.restore(earlier).expect(200).json();

        assertThat(restored.getJsonObject("policy")).isEqualTo(before);
        assertThat(restored.getInt("restoredFrom")).isEqualTo(earlier);
        assertThat(restored.getJsonObject("broker").getString("state")).isEqualTo("MATCHES");
        assertThat(lethe.broker().addressSettings(Broker.BACKUP)).containsAllEntriesOf(atBroker);
        assertThat(backup.restore(12_345)).isProblem(404, "not-found");
    }

    @Test
    void theSecondOfTwoAdministratorsShouldSeeWhatTheFirstDid() {
        String seenByBoth = backup.tag();
        backup.put(Redelivery.with(before, "maxAttempts", 5), seenByBoth).expect(200);

        Answer second = backup.put(Redelivery.with(before, "delayMillis", 900), seenByBoth);

        assertThat(second).isProblem(412, "precondition-failed");
        assertThat(second.json().getJsonObject("policy").getInt("maxAttempts")).isEqualTo(5);
        assertThat(second.json().getString("author")).isEqualTo(admin.login());
        assertThat(members(second.json())).containsExactly("maxAttempts", "delayMillis");
        assertThat(admin.send(admin.request(backup.path())
                        .header("Content-Type", "application/json")
                        .PUT(java.net.http.HttpRequest.BodyPublishers.ofString(
                                Redelivery.body(before).toString()))))
                .isProblem(428, "precondition-required");
    }

    @Test
    void nonsenseShouldBeRefusedWithAllReasonsAtOnce() {
        JsonObject nonsense = Redelivery.with(
                before, "maxAttempts", 0, "multiplier", -2, "jitter", 1.5, "whenFull", "DROP", "pageSizeBytes", 1);
        String body = Json.createObjectBuilder()
                .add("policy", nonsense)
                .add("reason", "ok")
                .build()
                .toString();

        assertThat(backup.put(body, backup.tag()))
                .isProblem(422, "unprocessable")
                .hasErrorsFor(
                        "policy.maxAttempts",
                        "policy.multiplier",
                        "policy.jitter",
                        "policy.pageSizeBytes",
                        "policy.whenFull",
                        "reason");
        assertThat(admin.post(
                        backup.path() + "/preview",
                        Json.createObjectBuilder().add("policy", nonsense).build()))
                .isProblem(422, "unprocessable");
        assertThat(backup.put("{\"policy\": {\"maxAttempts\": \"6\", \"redeliveryDelay\": 5}, \"reason\": 7}", "*"))
                .hasStatus(400);
        assertThat(new Redelivery(lethe, admin, Broker.DEAD).put(before, "*")).hasStatus(422);
        assertThat(new Redelivery(lethe, admin, Broker.DEAD)
                        .put(new Redelivery(lethe, admin, Broker.DEAD).policy(), "*"))
                .isProblem(409, "conflict");
        assertThat(backup.policy()).isEqualTo(before);
    }

    @Test
    void operatorsShouldReadAndOnlyAdministratorsChange() {
        LetheClient operator = lethe.newAccount("operator");
        Redelivery ofOperator = new Redelivery(lethe, operator, Broker.BACKUP);

        assertThat(ofOperator.get()).hasHeader("ETag");
        assertThat(operator.get(backup.path() + "/versions")).hasStatus(200);
        assertThat(operator.post(
                        backup.path() + "/preview",
                        Json.createObjectBuilder().add("policy", before).build()))
                .hasStatus(200);
        assertThat(ofOperator.put(before, "*")).isProblem(403, "forbidden");
        assertThat(ofOperator.restore(1)).isProblem(403, "forbidden");
        assertThat(ofOperator.settle("stored")).isProblem(403, "forbidden");
        assertThat(operator.post(backup.path() + "/deliver-now")).isProblem(403, "forbidden");
        assertThat(lethe.newOwner().get(backup.path())).isProblem(403, "forbidden");
    }

    @Test
    void aPreviewShouldTellEveryWaitAndChangeNothing() {
        JsonObject wanted = Redelivery.with(
                before, "maxAttempts", 6, "delayMillis", 5_000, "multiplier", 2, "maxDelayMillis", 300_000);

        JsonObject preview = admin.post(
                        backup.path() + "/preview",
                        Json.createObjectBuilder().add("policy", wanted).build())
                .expect(200)
                .json();

        JsonObject schedule = preview.getJsonObject("schedule");
        assertThat(schedule.getInt("typicalTotalMillis")).isEqualTo(155_000);
        assertThat(schedule.getJsonArray("waits").stream()
                        .map(wait -> wait.asJsonObject().getInt("typicalMillis")))
                .containsExactly(5_000, 10_000, 20_000, 40_000, 80_000);
        assertThat(members(preview)).containsExactly("maxAttempts", "delayMillis", "maxDelayMillis");
        assertThat(backup.policy()).isEqualTo(before);
    }

    @Test
    void whatSomebodyChangedAtTheBrokerShouldStayUntilItIsSettledForWhatIsStored() {
        lethe.broker().changeAddressSettings(Broker.BACKUP, "redeliveryDelay", Json.createValue(4_321));

        assertThat(state()).isEqualTo("DRIFT");
        assertThat(members(backup.now().getJsonObject("broker"))).containsExactly("delayMillis");
        Awaitility.await("the drift is noticed")
                .atMost(LetheClient.DEADLINE)
                .until(() -> backup.now().getJsonObject("broker").containsKey("driftSince"));
        assertThat(backup.put(Redelivery.with(before, "maxAttempts", 5), "*")).isProblem(409, "redelivery-drift");
        assertThat(lethe.broker().addressSettings(Broker.BACKUP).getInt("redeliveryDelay"))
                .isEqualTo(4_321);

        JsonObject settled = backup.settle("stored").expect(200).json();

        assertThat(settled.getJsonObject("broker").getString("state")).isEqualTo("MATCHES");
        assertThat(lethe.broker().addressSettings(Broker.BACKUP).getInt("redeliveryDelay"))
                .isEqualTo(200);
        assertThat(audited("REDELIVERY_DRIFT_SETTLED").getJsonObject("details").getString("kept"))
                .isEqualTo("stored");
        assertThat(backup.settle("broker").expect(200).json().getInt("version")).isEqualTo(settled.getInt("version"));
    }

    @Test
    void whatSomebodyChangedAtTheBrokerAndChangedBackShouldNeedNoSettling() {
        lethe.broker().changeAddressSettings(Broker.BACKUP, "redeliveryDelay", Json.createValue(4_321));
        Awaitility.await("the drift is noticed")
                .atMost(LetheClient.DEADLINE)
                .until(() -> backup.now().getJsonObject("broker").containsKey("driftSince"));
        lethe.broker().changeAddressSettings(Broker.BACKUP, "redeliveryDelay", Json.createValue(200));

        JsonObject changed = backup.change("maxAttempts", 5);

        assertThat(changed.getJsonObject("broker").getString("state")).isEqualTo("MATCHES");
        assertThat(changed.getJsonObject("broker").containsKey("driftSince")).isFalse();
        assertThat(lethe.broker().addressSettings(Broker.BACKUP).getInt("maxDeliveryAttempts"))
                .isEqualTo(5);
    }

    @Test
    void whatSomebodyChangedAtTheBrokerShouldBecomeTheNextVersionWhenItIsToCount() {
        int version = backup.now().getInt("version");
        lethe.broker().changeAddressSettings(Broker.BACKUP, "maxDeliveryAttempts", Json.createValue(7));
        lethe.broker().changeAddressSettings(Broker.BACKUP, "maxSizeMessages", Json.createValue(1_000_000));

        JsonObject settled = backup.settle("broker").expect(200).json();

        assertThat(settled.getInt("version")).isEqualTo(version + 1);
        assertThat(settled.getJsonObject("policy").getInt("maxAttempts")).isEqualTo(7);
        assertThat(settled.getJsonObject("broker").getString("state")).isEqualTo("MATCHES");
        assertThat(members(versions().get(0))).containsExactlyInAnyOrder("maxAttempts", "maxSizeMessages");
        assertThat(lethe.broker().addressSettings(Broker.BACKUP).getInt("maxDeliveryAttempts"))
                .isEqualTo(7);
    }

    @Test
    void nonsenseThatSomebodySetAtTheBrokerShouldNotBeKept() {
        lethe.broker().changeAddressSettings(Broker.BACKUP, "redeliveryMultiplier", Json.createValue(-2.0));
        lethe.broker().changeAddressSettings(Broker.BACKUP, "addressFullMessagePolicy", Json.createValue("DROP"));

        assertThat(backup.settle("broker"))
                .isProblem(422, "unprocessable")
                .hasErrorsFor("policy.multiplier", "policy.whenFull");
        backup.settle("stored").expect(200);

        lethe.broker().changeAddressSettings(Broker.BACKUP, "deadLetterAddress", Json.createValue("nowhere"));
        assertThat(warnings(backup.now())).contains("NO_DEAD_LETTER_QUEUE");
        assertThat(backup.settle("broker")).isProblem(422, "unprocessable").hasErrorsFor("deadLetterAddress");
    }

    @Test
    void aChangeWhileTheBrokerIsAwayShouldBeToldWhenItIsBack() {
        lethe.installation().broker().stop();

        JsonObject changed = backup.change("maxAttempts", 4, "paused", true);
        assertThat(changed.getJsonObject("broker").getString("state")).isEqualTo("AWAY");
        assertThat(changed.containsKey("messages")).isFalse();
        assertThat(backup.settle("stored")).isProblem(503, "broker-unavailable");
        lethe.installation().broker().start();

        Awaitility.await("it is told").atMost(LetheClient.DEADLINE).until(() -> state().equals("MATCHES"));
        assertThat(lethe.broker().addressSettings(Broker.BACKUP).getInt("maxDeliveryAttempts"))
                .isEqualTo(4);
        Awaitility.await("it is confirmed")
                .atMost(Duration.ofSeconds(20))
                .until(
                        () -> backup.now().getJsonObject("broker").getInt("confirmedVersion"),
                        version -> version == changed.getInt("version"));
        assertThat(backup.now().getJsonObject("broker").containsKey("driftSince"))
                .isFalse();
    }

    private String state() {
        return backup.now().getJsonObject("broker").getString("state");
    }

    private List<JsonObject> versions() {
        return admin.get(backup.path() + "/versions?limit=500").expect(200).items().stream()
                .map(JsonValue::asJsonObject)
                .toList();
    }

    private JsonObject audited(String action) {
        return admin.get("api/admin/audit?limit=1&subject=" + Broker.BACKUP + "&action=" + action)
                .expect(200)
                .items()
                .getJsonObject(0);
    }

    private static List<String> members(JsonObject of) {
        return of.getJsonArray("differences").stream()
                .map(one -> one.asJsonObject().getString("member"))
                .toList();
    }

    private static Set<String> warnings(JsonObject of) {
        return of.getJsonArray("warnings").stream()
                .map(one -> one.asJsonObject().getString("code"))
                .collect(Collectors.toSet());
    }
}
