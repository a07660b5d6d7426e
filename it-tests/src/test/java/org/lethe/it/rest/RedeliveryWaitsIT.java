package org.lethe.it.rest;

import static org.lethe.it.LetheAssertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lethe.it.Broker;
import org.lethe.it.Deletion;
import org.lethe.it.Lethe;
import org.lethe.it.LetheClient;
import org.lethe.it.StorageDirectory.Outage;

@DisplayName("Redelivery settings count at once, and waits are as they were previewed")
class RedeliveryWaitsIT {
    @RegisterExtension
    static final Lethe lethe = Lethe.named("redelivery", builder -> builder);

    /** Beside the wait: the end of one transaction, and the begin of the next on a busy machine. */
    private static final long MILLIS_BESIDE = 1_500;

    private final LetheClient owner = lethe.newOwner();
    private final LetheClient admin = lethe.newAccount("admin");
    private final Redelivery backup = new Redelivery(lethe, admin, Broker.BACKUP);
    private final Redelivery plan = new Redelivery(lethe, admin, Broker.PLAN);
    private JsonObject backupBefore;
    private JsonObject planBefore;

    @BeforeEach
    void asItIs() {
        backupBefore = backup.policy();
        planBefore = plan.policy();
    }

    @AfterEach
    void asItWas() {
        lethe.mend();
        for (Redelivery queue : List.of(backup, plan)) {
            Awaitility.await("the broker is looked at")
                    .atMost(LetheClient.DEADLINE)
                    .until(
                            () -> queue.now().getJsonObject("broker").getString("state"),
                            state -> state.equals("MATCHES"));
        }
        backup.put(backupBefore, "*").expect(200);
        plan.put(planBefore, "*").expect(200);
    }

    @Test
    void eachWaitShouldBeAsPreviewedBeforeAndAfterAChangeAndAfterARestartOfTheBroker() {
        requireWaitsAsPreviewed("as started");

        backup.change("maxAttempts", 4, "delayMillis", 1_000, "multiplier", 2, "jitter", 0.2, "maxDelayMillis", 3_000);
        requireWaitsAsPreviewed("after a change");

        lethe.installation().broker().stop();
        lethe.installation().broker().start();
        Awaitility.await("listeners are back")
                .atMost(LetheClient.DEADLINE)
                .until(() -> lethe.anonymous().get("health/ready").status() == 503
                        || lethe.broker().depth(Broker.BACKUP).consumers() > 0);
        requireWaitsAsPreviewed("after a restart of the broker");
        assertThat(backup.now().getJsonObject("broker").getString("state")).isEqualTo("MATCHES");
    }

    @Test
    void whatWaitsOnTheEarlierScheduleShouldComeNowWhenItIsAskedFor() {
        backup.change("delayMillis", 3_600_000, "maxDelayMillis", 3_600_000);
        UUID album = owner.createAlbum("Waits for an hour", 1);
        Deletion deletion;
        try (Outage outage = lethe.backup().unmounted()) {
            assertThat(outage).isNotNull();
            deletion = owner.deleteAlbum(album);
            Awaitility.await("it waits")
                    .atMost(LetheClient.DEADLINE)
                    .until(() -> backup.now().getJsonObject("messages").getInt("waiting") == 1);
        }
        JsonObject preview = admin.post(
                        backup.path() + "/preview",
                        Json.createObjectBuilder().add("policy", backupBefore).build())
                .expect(200)
                .json();
        assertThat(preview.getJsonArray("warnings").toString())
                .contains("{\"code\":\"WAITING_ON_EARLIER_SCHEDULE\",\"figures\":{\"messages\":1}}");
        backup.put(backupBefore, "*").expect(200);
        assertThat(owner.deletion(deletion.id())).is("REMOVING");

        assertThat(admin.post(backup.path() + "/deliver-now").expect(200).json().getInt("messages"))
                .isEqualTo(1);

        assertThat(owner.awaitOver(deletion.id())).is("COMPLETED");
    }

    @Test
    void aPausedQueueShouldStayPausedThroughARestartAndNothingBeSentAgainMeanwhile() {
        backup.change("paused", true);
        Deletion deletion = owner.deleteAlbum(owner.createAlbum("Paused", 2));
        owner.await(deletion.id(), now -> now.goneOnMain() == 6);

        lethe.installation().broker().stop();
        lethe.installation().broker().start();
        Awaitility.await("rounds of the reconciler")
                .pollDelay(Duration.ofSeconds(6))
                .atMost(LetheClient.DEADLINE)
                .untilAsserted(
                        () -> assertThat(lethe.broker().depth(Broker.BACKUP).messages())
                                .isEqualTo(1));
        assertThat(owner.deletion(deletion.id())).is("REMOVING").hasGone(6, 0);
        assertThat(lethe.database()
                        .number("select max(generation) from file_removal where deletion_id = ?", deletion.id()))
                .isEqualTo(1);
        Awaitility.await("the broker answers")
                .atMost(LetheClient.DEADLINE)
                .until(() -> backup.now().getJsonObject("broker").getString("state"), state -> state.equals("MATCHES"));

        backup.change("paused", false);

        assertThat(owner.awaitOver(deletion.id())).is("COMPLETED");
    }

    @Test
    void planningShouldCutChunksOfTheSizeThatIsSetAndNoMoreSessionsWorkThanAreSet() {
        plan.change("chunkSize", 2);
        JsonObject changed = backup.change("sessions", 1);
        assertThat(changed.getJsonObject("sessions").getInt("most")).isEqualTo(1);
        UUID album = owner.createAlbum("In chunks of two", 60);

        Deletion deletion = owner.deleteAlbum(album);
        boolean hasWaited = false;
        while (!owner.deletion(deletion.id()).isOver()) {
            JsonObject sessions = backup.now().getJsonObject("sessions");
            assertThat(sessions.getInt("working")).isLessThanOrEqualTo(1);
            hasWaited |= sessions.getInt("waiting") > 0;
        }

        assertThat(owner.deletion(deletion.id())).is("COMPLETED").hasGone(180, 180);
        assertThat(hasWaited).as("somebody has waited for a place").isTrue();
        assertThat(backup.now().getJsonObject("sessions").getInt("beyond")).isZero();
        assertThat(lethe.database()
                        .number(
                                "select count(*) from file_removal where deletion_id = ? and storage = 'backup'",
                                deletion.id()))
                .isEqualTo(90);
    }

    private void requireWaitsAsPreviewed(String when) {
        List<JsonObject> previewed = backup.now().getJsonObject("schedule").getJsonArray("waits").stream()
                .map(wait -> wait.asJsonObject())
                .toList();
        UUID album = owner.createAlbum("Cannot go " + when, 1);
        Deletion deletion;
        try (Outage outage = lethe.backup().unmounted()) {
            assertThat(outage).isNotNull();
            deletion = owner.awaitOver(owner.deleteAlbum(album).id());
        }

        List<Long> waits = backup.waitsOf(deletion.id());

        System.out.println("Waits " + when + ": " + waits + " of "
                + previewed.stream()
                        .map(wait -> wait.getInt("minMillis") + ".." + wait.getInt("maxMillis"))
                        .toList());
        assertThat(deletion).is("COMPLETED_WITH_FAILURES");
        assertThat(waits).as(when).hasSameSizeAs(previewed);
        assertThat(IntStream.range(0, waits.size()).boxed())
                .as(when + ": " + waits)
                .allSatisfy(i -> assertThat(waits.get(i))
                        .isBetween(
                                (long) previewed.get(i).getInt("minMillis"),
                                previewed.get(i).getInt("maxMillis") + MILLIS_BESIDE));
    }
}
