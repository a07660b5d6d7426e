package org.lethe.it.rest;

import static org.lethe.it.LetheAssertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lethe.it.Answer;
import org.lethe.it.Broker;
import org.lethe.it.Deletion;
import org.lethe.it.Lethe;
import org.lethe.it.LetheClient;
import org.lethe.it.Photo;
import org.lethe.it.Sha256;
import org.lethe.it.WaitingTest;

@DisplayName("Restoring what was deleted, within the window")
class RestoreIT {
    /** So many restores before the end of their windows and so many after, each a step nearer or farther. */
    private static final int AROUND_THE_END = 10;

    private static final Duration STEP = Duration.ofMillis(5);

    @RegisterExtension
    static final Lethe lethe = Careful.lethe();

    private LetheClient owner;
    private UUID album;
    private List<Photo> photos;

    @BeforeEach
    void anAlbumOfThree() {
        owner = lethe.newOwner();
        album = owner.createAlbum("Regrets", 3);
        photos = owner.photos(album);
    }

    /** Once: a deletion within its window is not quiet until that is over. */
    @AfterAll
    static void everythingHolds() {
        lethe.invariants().awaitQuiet().assertHolds();
    }

    @WaitingTest
    void anAlbumShouldBeVisibleAgainAndStaySoWhenTheWindowEnds() {
        Deletion deletion = owner.deleteAlbum(album);
        assertThat(owner.get("api/albums/" + album)).isProblem(404, "not-found");
        assertThat(windowOf(deletion.json())).isEqualTo(Careful.WINDOW);

        assertThat(owner.restore(deletion.id())).is("RESTORED");

        assertThat(owner.get("api/albums/" + album)).hasStatus(200);
        assertThat(owner.photos(album)).isEqualTo(photos);
        awaitTheMessageOf(deletion);
        assertThat(owner.deletion(deletion.id())).is("RESTORED");
        assertThat(owner.photos(album)).isEqualTo(photos);
        assertThat(Sha256.of(owner.content(photos.get(0).id())))
                .isEqualTo(photos.get(0).sha256());
    }

    @WaitingTest
    void photosShouldBeVisibleAgainAndTheOthersUntouched() {
        Deletion deletion =
                owner.deletePhotos(List.of(photos.get(0).id(), photos.get(1).id()));
        assertThat(owner.photos(album)).containsExactly(photos.get(2));

        assertThat(owner.restore(deletion.id())).is("RESTORED");

        assertThat(owner.photos(album)).isEqualTo(photos);
    }

    @WaitingTest
    void nothingShouldBeRestoredTwice() {
        Deletion deletion = owner.deleteAlbum(album);
        owner.restore(deletion.id());

        assertThat(owner.post("api/deletions/" + deletion.id() + "/restore")).isProblem(409, "not-restorable");
        assertThat(owner.photos(album)).isEqualTo(photos);
    }

    @WaitingTest
    void whatWasRestoredShouldBeDeletedAgainUnderANewDeletion() {
        Deletion first = owner.deleteAlbum(album);
        owner.restore(first.id());

        Deletion second = owner.deleteAlbum(album);

        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(owner.awaitOver(second.id())).isCompletedFor(3);
        assertThat(owner.deletion(first.id())).is("RESTORED");
    }

    @WaitingTest
    void nothingShouldBeRemovedBeforeTheWindowEndsAndNothingRestoredAfter() {
        Deletion deletion = owner.deleteAlbum(album);
        UUID key = lethe.fileKey(photos.get(0).id());
        Instant until = Instant.parse(deletion.json().getString("restorableUntil"));

        Deletion over = owner.awaitOver(deletion.id());

        assertThat(over).isCompletedFor(3);
        assertThat(Instant.parse(over.json().getString("completedAt"))).isAfterOrEqualTo(until);
        assertThat(lethe.main().path(key)).doesNotExist();
        assertThat(owner.post("api/deletions/" + deletion.id() + "/restore")).isProblem(409, "not-restorable");
        assertThat(owner.get("api/albums/" + album)).isProblem(404, "not-found");
    }

    @WaitingTest
    void aRequestShouldSetTheWindowForItself() {
        Answer longer = owner.post("api/deletions", "{\"albumId\": \"" + album + "\", \"restoreWindow\": \"PT10S\"}");
        UUID other = owner.createAlbum("No regrets", 1);
        Deletion none = Deletion.of(owner.delete("api/albums/" + other + "?restoreWindow=PT0S")
                .expect(202)
                .json());

        assertThat(windowOf(longer.expect(202).json())).isEqualTo(Duration.ofSeconds(10));
        assertThat(none.json()).doesNotContainKey("restorableUntil");
        assertThat(owner.await(none.id(), Deletion::isOver)).isCompletedFor(1);
        assertThat(owner.restore(UUID.fromString(longer.json().getString("id"))))
                .is("RESTORED");
    }

    @WaitingTest
    void whatCanBeRestoredShouldBeListed() {
        Deletion restorable = owner.deleteAlbum(album);
        Deletion gone = Deletion.of(owner.delete("api/albums/" + owner.createAlbum("Gone", 1) + "?restoreWindow=PT0S")
                .json());
        owner.awaitOver(gone.id());

        assertThat(listed("restorable=true")).containsExactly(restorable.id());
        assertThat(listed("restorable=false")).containsExactly(gone.id());
        assertThat(listed("state=COMPLETED")).containsExactly(gone.id());
        assertThat(listed("state=REQUESTED&restorable=false")).isEmpty();
        owner.restore(restorable.id());
        assertThat(listed("restorable=true")).isEmpty();
        assertThat(listed("state=RESTORED")).containsExactly(restorable.id());
    }

    @WaitingTest
    void aRestoreAtTheVeryEndOfTheWindowShouldBeDoneAsAWholeOrNotAtAll() throws InterruptedException {
        Map<Deletion, UUID> albums = new LinkedHashMap<>();
        for (int i = 0; i < 2 * AROUND_THE_END; i++) {
            UUID one = owner.createAlbum("At the end " + i, 2);
            albums.put(owner.deleteAlbum(one), one);
        }
        Map<Deletion, Integer> answers = new LinkedHashMap<>();
        for (Deletion deletion : albums.keySet()) {
            Instant end = Instant.parse(deletion.json().getString("restorableUntil"));
            Duration early = STEP.multipliedBy(AROUND_THE_END - answers.size());
            Thread.sleep(Math.max(
                    0, Duration.between(Instant.now(), end.minus(early)).toMillis()));
            answers.put(
                    deletion,
                    owner.post("api/deletions/" + deletion.id() + "/restore").status());
        }

        assertThat(answers.values()).containsOnly(200, 409).contains(200, 409);
        answers.forEach((deletion, answer) -> {
            if (answer == 200) {
                assertThat(owner.photos(albums.get(deletion))).hasSize(2);
                assertThat(owner.deletion(deletion.id())).is("RESTORED");
            } else {
                assertThat(owner.awaitOver(deletion.id())).isCompletedFor(2);
            }
        });
    }

    private List<UUID> listed(String filter) {
        return owner.get("api/deletions?" + filter).expect(200).items().stream()
                .map(item -> Deletion.of(item.asJsonObject()).id())
                .toList();
    }

    private static Duration windowOf(JsonObject deletion) {
        return Duration.between(
                Instant.parse(deletion.getString("requestedAt")), Instant.parse(deletion.getString("restorableUntil")));
    }

    /** The broker delivers it when the window ends, restored or not. */
    private static void awaitTheMessageOf(Deletion deletion) {
        Awaitility.await("the end of the window of " + deletion.id())
                .atMost(LetheClient.DEADLINE)
                .until(() -> lethe.broker().depth(Broker.PLAN).messages() == 0);
    }
}
