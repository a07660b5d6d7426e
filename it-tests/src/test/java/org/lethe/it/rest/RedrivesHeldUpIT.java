package org.lethe.it.rest;

import static org.lethe.it.LetheAssertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lethe.it.Broker;
import org.lethe.it.Deletion;
import org.lethe.it.ErrorPolicies;
import org.lethe.it.Failure;
import org.lethe.it.Lethe;
import org.lethe.it.LetheClient;
import org.lethe.it.Redrive;
import org.lethe.it.SeedAlbum;
import org.lethe.it.StorageDirectory.Outage;
import org.lethe.it.StubbornFiles;

@DisplayName("Redrives while a queue is paused, and after an outage")
class RedrivesHeldUpIT {
    @RegisterExtension
    static final Lethe lethe = Lethe.named("redelivery", builder -> builder);

    private static final String AT_ONCE = "\"ratePerSecond\": 1000, \"ramp\": []";

    private final LetheClient owner = lethe.newOwner();
    private final LetheClient operator = lethe.newAccount("operator");

    @AfterAll
    static void everythingHolds() {
        lethe.invariants().awaitQuiet().assertHolds();
    }

    @Test
    void nothingShouldGoWhileTheQueueIsPausedAndWhatOthersSawToShouldBeSkipped() {
        StubbornFiles files = StubbornFiles.add(lethe, owner, 3);
        files.unblock();
        Redelivery main = new Redelivery(lethe, lethe.newAccount("admin"), Broker.MAIN);
        main.change("paused", true);
        try {
            Redrive redrive = Redrive.start(operator, files.deletion(), AT_ONCE)
                    .await("to wait", now -> !now.getJsonArray("waitsFor").isEmpty());

            JsonObject waitsFor = redrive.json().getJsonArray("waitsFor").getJsonObject(0);
            assertThat(waitsFor.getString("what")).isEqualTo("QUEUE");
            assertThat(waitsFor.getString("queue")).isEqualTo(Broker.MAIN);
            assertThat(redrive.count("waiting")).isEqualTo(3);
            assertThat(files.open()).isEqualTo(3);
            operator.retry(redrive.items().get(1).failure());

            main.change("paused", false);
            redrive.await("COMPLETED");

            assertThat(redrive.items())
                    .extracting(Redrive.Item::outcome)
                    .containsExactly("SUCCEEDED", "SKIPPED", "SUCCEEDED");
            assertThat(files.timesSent()).containsOnly("1, in generation 2");
            files.awaitGone();
        } finally {
            main.change("paused", false);
        }
    }

    @Test
    void aFileThatLeavesItsChunkShouldCountForTheChunk() {
        UUID album = owner.createAlbum("Chunk");
        List<UUID> keys = SeedAlbum.add(lethe, album, 4);
        Deletion deletion;
        try (Outage outage = lethe.main().unmounted()) {
            assertThat(outage).isNotNull();
            deletion = owner.awaitOver(owner.deleteAlbum(album).id());
        }
        assertThat(open(deletion)).hasSize(1);
        lethe.main().block(keys.get(2));

        Redrive redrive = Redrive.start(operator, deletion.id(), AT_ONCE).await("COMPLETED");

        assertThat(redrive.count("failedAgain")).isEqualTo(1);
        assertThat(redrive.items().get(0).why()).contains("a directory stands in its place");
        assertThat(open(deletion)).hasSize(1);
        assertThat(owner.deletion(deletion.id())).hasFailed(1);

        lethe.main().unblock(keys.get(2));
        Redrive.start(operator, deletion.id(), AT_ONCE).await("COMPLETED");
        assertThat(owner.awaitOver(deletion.id())).is("COMPLETED");
    }

    @Test
    void whatIsHeldUntilADateShouldHoldUpNoRedrive() {
        ErrorPolicies policies = new ErrorPolicies(lethe.newAccount("admin"));
        JsonObject hold = ErrorPolicies.policy(
                "HOLD",
                Map.of("cause", "storage unavailable", "storage", "main"),
                Instant.now().plus(Duration.ofDays(1)));
        UUID album = owner.createAlbum("Held again");
        SeedAlbum.add(lethe, album, 2);
        Deletion deletion;
        try (Outage outage = lethe.main().unmounted()) {
            assertThat(outage).isNotNull();
            deletion = owner.awaitOver(owner.deleteAlbum(album).id());
            try (ErrorPolicies.Added policy = policies.add(hold)) {
                assertThat(policy.id()).isNotNull();

                Redrive redrive =
                        Redrive.start(operator, deletion.id(), AT_ONCE).await("COMPLETED");

                assertThat(redrive.count("failedAgain")).isEqualTo(1);
                assertThat(redrive.items().get(0).why()).contains("held", "storage unavailable", "Test HOLD");
            }
        }
        operator.post("api/admin/held-removals/release", """
                        {"storage": "main", "reason": "The disks are back"}""").expect(200);
        lethe.newAccount("admin")
                .post("api/admin/redelivery/" + Broker.MAIN
                        + "/deliver-now") // the message of the date has nothing to do any more
                .expect(200);
        assertThat(owner.awaitOver(deletion.id())).is("COMPLETED");
    }

    private List<Failure> open(Deletion deletion) {
        return operator.failuresOf(deletion.id()).stream()
                .filter(failure -> failure.state().equals("OPEN"))
                .toList();
    }
}
