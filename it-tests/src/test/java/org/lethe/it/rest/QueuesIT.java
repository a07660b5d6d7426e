package org.lethe.it.rest;

import static org.lethe.it.LetheAssertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lethe.it.Broker;
import org.lethe.it.Deletion;
import org.lethe.it.Lethe;
import org.lethe.it.LetheClient;

@DisplayName("The queues, as operators see them")
class QueuesIT {
    @RegisterExtension
    static final Lethe lethe = Lethe.shared();

    private static final String WHY = "{\"reason\": \"The NAS is being moved\"}";

    private LetheClient admin;

    @BeforeEach
    void anAdministrator() {
        admin = lethe.newAccount("admin");
    }

    @Test
    void aPauseShouldBeAVersionOfTheSettingsAndHoldWhatComes() {
        LetheClient owner = lethe.newOwner();
        int version = new Redelivery(lethe, admin, Broker.BACKUP).now().getInt("version");
        long acknowledged = queue(Broker.BACKUP)
                .getJsonObject("sinceBrokerStart")
                .getJsonNumber("acknowledged")
                .longValue();

        JsonObject paused =
                admin.post(path(Broker.BACKUP, "pause"), WHY).expect(200).json();
        JsonObject again =
                admin.post(path(Broker.BACKUP, "pause"), WHY).expect(200).json();
        Deletion deletion = owner.deleteAlbum(owner.createAlbum("Held up", 2));
        Awaitility.await("a message that waits")
                .atMost(LetheClient.DEADLINE)
                .until(() -> messages(Broker.BACKUP, "ready") > 0);
        JsonObject held = queue(Broker.BACKUP);
        JsonObject resumed =
                admin.post(path(Broker.BACKUP, "resume"), WHY).expect(200).json();
        owner.awaitOver(deletion.id());

        assertThat(paused.getBoolean("paused")).isTrue();
        assertThat(paused.getJsonObject("redelivery").getInt("version")).isEqualTo(version + 1);
        assertThat(paused.getJsonObject("redelivery").getString("reason")).isEqualTo("The NAS is being moved");
        assertThat(paused.getJsonObject("redelivery").getString("author")).isEqualTo(admin.login());
        assertThat(again.getJsonObject("redelivery").getInt("version")).isEqualTo(version + 1);
        assertThat(held.getBoolean("paused")).isTrue();
        assertThat(held.getJsonNumber("oldestSeconds").doubleValue()).isPositive();
        assertThat(resumed.getBoolean("paused")).isFalse();
        assertThat(resumed.getJsonObject("redelivery").getInt("version")).isEqualTo(version + 2);
        Awaitility.await("everything done, and counted")
                .atMost(LetheClient.DEADLINE)
                .untilAsserted(() -> {
                    JsonObject now = queue(Broker.BACKUP);
                    assertThat(now.getJsonObject("messages").getInt("total")).isZero();
                    assertThat(now.getJsonObject("sinceBrokerStart")
                                    .getJsonNumber("acknowledged")
                                    .longValue())
                            .isGreaterThan(acknowledged);
                    assertThat(now.getJsonObject("rates")
                                    .getJsonNumber("outPerSecond")
                                    .doubleValue())
                            .isNotNegative();
                });
    }

    @Test
    void everyQueueShouldHaveListeners() {
        JsonObject list = admin.get("api/admin/queues").expect(200).json();

        assertThat(list.getBoolean("brokerAnswers")).isTrue();
        assertThat(list.getJsonArray("items").getValuesAs(JsonObject.class))
                .hasSize(12)
                .allSatisfy(queue -> assertThat(queue.getInt("consumers")).isPositive());
    }

    @Test
    void whatWaitsForATimeShouldShowWhenItIsDue() {
        LetheClient owner = lethe.newOwner();
        Deletion deletion =
                Deletion.of(owner.delete("api/albums/" + owner.createAlbum("Kept", 1) + "?restoreWindow=PT20S")
                        .expect(202)
                        .json());

        JsonObject plan = admin.get(path(Broker.PLAN, "")).expect(200).json();
        owner.restore(deletion.id());

        JsonObject due = plan.getJsonObject("due");
        List<JsonObject> buckets = due.getJsonArray("buckets").getValuesAs(JsonObject.class);
        assertThat(due.getString("source")).isEqualTo("BROKER");
        assertThat(due.getInt("counted")).isPositive();
        assertThat(buckets.stream()
                        .mapToInt(bucket -> bucket.getInt("messages"))
                        .sum())
                .isEqualTo(due.getInt("counted"));
        assertThat(buckets.get(buckets.size() - 1).getInt("messages")).isPositive();
    }

    @Test
    void whatCannotBePausedShouldSayWhy() {
        assertThat(admin.post(path(Broker.DEAD, "pause"), WHY)).isProblem(409, "conflict");
        assertThat(admin.post(path(Broker.REQUEST, "pause"), WHY)).isProblem(409, "conflict");
        assertThat(admin.post(path("lethe.nothing", "pause"), WHY)).isProblem(404, "not-found");
        assertThat(admin.post(path(Broker.BACKUP, "pause"), "{}")).isProblem(400, "malformed");
        assertThat(lethe.newAccount("operator").post(path(Broker.BACKUP, "pause"), WHY))
                .isProblem(403, "forbidden");
        assertThat(queue(Broker.BACKUP).getBoolean("paused")).isFalse();
    }

    private long messages(String name, String state) {
        return queue(name).getJsonObject("messages").getJsonNumber(state).longValue();
    }

    private JsonObject queue(String name) {
        return admin.get("api/admin/queues").expect(200).items().stream()
                .map(JsonValue::asJsonObject)
                .filter(queue -> queue.getString("queue").equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String path(String queue, String act) {
        return "api/admin/queues/" + queue + (act.isEmpty() ? "" : "/" + act);
    }
}
