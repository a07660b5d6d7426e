package org.lethe.it.rest;

import static org.lethe.it.LetheAssertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lethe.it.Lethe;
import org.lethe.it.LetheClient;

@DisplayName("What an operator can ask the server")
class OperatingIT {
    @RegisterExtension
    static final Lethe lethe = Lethe.shared();

    private LetheClient nobody;

    @BeforeEach
    void aStranger() {
        nobody = lethe.anonymous();
    }

    @Test
    void readinessShouldNameEverythingThatIsNeeded() {
        JsonObject ready = nobody.get("health/ready").expect(200).json();

        assertThat(ready.getString("status")).isEqualTo("UP");
        assertThat(ready.getJsonArray("checks").stream()
                        .map(check -> check.asJsonObject().getString("name")))
                .contains("broker", "database", "storages");
        assertThat(nobody.get("health/live").expect(200).json().getString("status"))
                .isEqualTo("UP");
    }

    @Test
    void theMetricsShouldSayWhatTheConservationCountSays() {
        LetheClient owner = lethe.newOwner();
        owner.awaitOver(owner.deleteAlbum(owner.createAlbum("Counted", 3)).id());
        lethe.invariants().awaitQuiet();
        JsonObject count = lethe.admin().conservation();

        assertThat(count.getBoolean("addsUp")).isTrue();
        Map<String, Double> expected = new TreeMap<>();
        expected.put("lethe_files_requested", number(count.get("requested")));
        expected.put("lethe_files_waiting", 0.0);
        expected.put("lethe_files_failed", number(count.get("failed")));
        expected.put("lethe_files_gone main", number(count.getValue("/gone/main")));
        expected.put("lethe_files_gone backup", number(count.getValue("/gone/backup")));
        expected.put("lethe_conservation_difference", 0.0);
        expected.put("lethe_oldest_waiting_seconds", 0.0);
        Awaitility.await("the metrics are counted again")
                .atMost(LetheClient.DEADLINE)
                .untilAsserted(() -> assertThat(metrics()).containsAllEntriesOf(expected));
    }

    @Test
    void theCountShouldShowEveryQueueWithItsConsumers() {
        JsonObject queues = lethe.admin().conservation().getJsonObject("queues");

        assertThat(queues.keySet())
                .containsExactly(
                        "lethe.removal.plan",
                        "lethe.removal.main",
                        "lethe.removal.backup",
                        "lethe.thumbnail",
                        "lethe.callback",
                        "lethe.callback.dead",
                        "lethe.notification",
                        "lethe.notification.dead",
                        "lethe.request",
                        "lethe.request.dead",
                        "lethe.dead",
                        "lethe.expired");
        assertThat(queues.values())
                .allSatisfy(queue ->
                        assertThat(queue.asJsonObject().getInt("consumers")).isPositive());
    }

    /** Lethe's own figures, by name and storage. */
    private Map<String, Double> metrics() {
        return nobody.get("metrics?scope=application")
                .expect(200)
                .text()
                .lines()
                .filter(line -> line.matches("lethe_(files|oldest|conservation_difference).*"))
                .collect(Collectors.toMap(
                        line -> line.substring(0, line.indexOf('{')) + storageIn(line),
                        line -> Double.valueOf(line.substring(line.lastIndexOf(' ')))));
    }

    private static String storageIn(String line) {
        return line.contains("storage=\"main\"") ? " main" : line.contains("storage=\"backup\"") ? " backup" : "";
    }

    private static double number(JsonValue value) {
        return Double.parseDouble(value.toString());
    }
}
