package org.lethe.it.rest;

import static org.lethe.it.LetheAssertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lethe.it.Deletion;
import org.lethe.it.Failure;
import org.lethe.it.Lethe;
import org.lethe.it.LetheClient;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("Seeing to failures")
class FailuresIT {
    @RegisterExtension
    static final Lethe lethe = Lethe.shared();

    private LetheClient owner;
    private LetheClient operator;
    private List<UUID> blocked;
    private Deletion deletion;

    @BeforeAll
    void people() {
        owner = lethe.newOwner();
        operator = lethe.newAccount("operator");
    }

    @BeforeEach
    void aDeletionOfWhichThreeFilesFail() {
        UUID album = owner.createAlbum("Stubborn", 3);
        blocked = owner.photos(album).stream()
                .map(photo -> lethe.fileKey(photo.id()))
                .toList();
        blocked.forEach(lethe.main()::block);
        deletion = owner.awaitOver(owner.deleteAlbum(album).id());
        assertThat(deletion).is("COMPLETED_WITH_FAILURES").hasFailed(3);
    }

    @AfterEach
    void theyAreMended() {
        blocked.forEach(lethe.main()::unblock);
        operator.failuresOf(deletion.id()).stream()
                .filter(failure -> failure.state().equals("OPEN"))
                .forEach(failure -> operator.retry(failure.id()));
        assertThat(owner.awaitOver(deletion.id())).isCompletedFor(3);
        lethe.invariants().awaitQuiet().assertHolds();
    }

    @Test
    void eachShouldTellWhichFileItIsAboutAndWhatWasTried() {
        Set<String> files = new TreeSet<>();
        for (Failure failure : operator.failuresOf(deletion.id())) {
            JsonObject told = operator.failure(failure.id()).json();
            assertThat(told.getInt("files")).isEqualTo(1);
            files.add(told.getJsonArray("affected").getJsonObject(0).getString("fileKey"));
            assertThat(told.getString("deletionId")).isEqualTo(deletion.id().toString());
            assertThat(told.getString("storage")).isEqualTo("main");
            assertThat(told.getString("error")).contains("a directory stands in its place");
            assertThat(told.getInt("times")).isEqualTo(1);
            assertThat(told.getJsonArray("timeline")).allSatisfy(event -> assertThat(event.asJsonObject())
                    .containsKeys("at", "what", "actor", "detail"));
        }

        assertThat(files).hasSize(3).allMatch(file -> blocked.stream().anyMatch(key -> file.endsWith("/" + key)));
    }

    @Test
    void theListShouldBeNarrowedByStateAndDeletion() {
        Failure retried = operator.failuresOf(deletion.id()).get(0);
        blocked.forEach(lethe.main()::unblock);
        operator.retry(retried.id());

        String ofDeletion = "api/admin/failures?deletion=" + deletion.id();
        assertThat(operator.get(ofDeletion).items()).hasSize(3);
        assertThat(operator.get(ofDeletion + "&state=OPEN").items()).hasSize(2);
        assertThat(operator.get(ofDeletion + "&state=retried").items()).hasSize(1);
        assertThat(operator.get(ofDeletion + "&state=VOID").items()).isEmpty();
        assertThat(operator.get("api/admin/failures?deletion=" + UUID.randomUUID())
                        .items())
                .isEmpty();
    }

    @Test
    void theListShouldBeReadPageByPage() {
        String path = "api/admin/failures?limit=2&deletion=" + deletion.id();

        JsonObject first = operator.get(path).json();
        JsonObject second = operator.get(path + "&cursor=" + first.getString("nextCursor"))
                .expect(200)
                .json();

        Set<String> ids = new TreeSet<>();
        first.getJsonArray("items").forEach(item -> ids.add(item.asJsonObject().getString("id")));
        second.getJsonArray("items").forEach(item -> ids.add(item.asJsonObject().getString("id")));
        assertThat(first.getJsonArray("items")).hasSize(2);
        assertThat(ids).hasSize(3);
    }

    @Test
    void whatWasSentAgainShouldNotBeSentAgainMeanwhile() {
        Failure failure = operator.failuresOf(deletion.id()).get(0);
        blocked.forEach(lethe.main()::unblock);
        operator.retry(failure.id());

        assertThat(operator.post("api/admin/failures/" + failure.id() + "/retry"))
                .isProblem(409, "wrong-state");
    }

    @Test
    void whatFailsAgainShouldBeTheSameFailureWithTheWholeHistory() {
        Failure failure = operator.failuresOf(deletion.id()).get(0);
        operator.retry(failure.id());

        assertThat(owner.awaitOver(deletion.id())).is("COMPLETED_WITH_FAILURES").hasFailed(3);

        Failure again = operator.failure(failure.id());
        assertThat(again)
                .is("OPEN")
                .hasAttempts(2)
                .tells("to a person at once", "retried", "attempt failed", "to a person at once");
        assertThat(again.json().getInt("times")).isEqualTo(2);
        assertThat(operator.failuresOf(deletion.id())).hasSize(3);
        lethe.invariants().awaitQuiet().assertHolds();
    }
}
