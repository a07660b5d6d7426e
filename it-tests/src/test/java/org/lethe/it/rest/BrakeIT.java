package org.lethe.it.rest;

import static org.lethe.it.LetheAssertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lethe.it.Answer;
import org.lethe.it.Deletion;
import org.lethe.it.Lethe;
import org.lethe.it.LetheClient;
import org.lethe.it.Pictures;

@DisplayName("The brake on mass deletes")
class BrakeIT {
    @RegisterExtension
    static final Lethe lethe = Careful.lethe();

    private LetheClient owner;
    private UUID large;
    private UUID small;

    @BeforeEach
    void aLibraryOfSeven() {
        owner = lethe.newOwner();
        large = owner.createAlbum("Large", 5);
        small = owner.createAlbum("Small", 2);
    }

    /** Once: a deletion within its window is not quiet until that is over. */
    @AfterAll
    static void everythingHolds() {
        lethe.invariants().awaitQuiet().assertHolds();
    }

    @Test
    void aSmallShareShouldGoAtOnce() {
        assertThat(owner.awaitOver(deleteAlbum(small).id())).isCompletedFor(2);
    }

    @Test
    void aLargeShareShouldBeHeldWithNothingHiddenUntilItIsConfirmed() {
        Deletion held = deleteAlbum(large);

        assertThat(held).is("HELD");
        assertThat(held.json().getString("heldBecause")).contains("5 of 7 photos", "60 %");
        assertThat(Duration.between(Instant.now(), Instant.parse(held.json().getString("heldUntil"))))
                .isBetween(Duration.ofMinutes(50), Duration.ofMinutes(61));
        assertThat(owner.photos(large)).hasSize(5);
        assertThat(owner.post("api/deletions/" + held.id() + "/restore")).isProblem(409, "not-restorable");

        Answer confirmed = owner.post("api/deletions/" + held.id() + "/confirm");

        assertThat(confirmed).hasStatus(202).hasHeader("Location");
        assertThat(Deletion.of(confirmed.json())).is("REQUESTED");
        assertThat(confirmed.json()).doesNotContainKeys("heldBecause", "heldUntil");
        assertThat(owner.get("api/albums/" + large)).isProblem(404, "not-found");
        assertThat(owner.awaitOver(held.id())).isCompletedFor(5);
        assertThat(owner.post("api/deletions/" + held.id() + "/confirm")).isProblem(409, "wrong-state");
        assertThat(owner.post("api/deletions/" + held.id() + "/cancel")).isProblem(409, "wrong-state");
        assertThat(audited(held)).containsExactly("DELETION_HELD", "DELETION_CONFIRMED");
    }

    @Test
    void namedPhotosShouldBeHeldToo() {
        List<UUID> all = owner.photos(large).stream().map(photo -> photo.id()).toList();

        Deletion held = deletePhotos(all);

        assertThat(held).is("HELD");
        assertThat(owner.photos(large)).hasSize(5);
        owner.post("api/deletions/" + held.id() + "/confirm").expect(202);
        assertThat(owner.awaitOver(held.id())).isCompletedFor(5);
        assertThat(owner.photos(large)).isEmpty();
    }

    @Test
    void aSnapshotShouldBeHeldAndCarriedOutExactly() {
        String snapshot = owner.post("api/deletions", "{\"albumId\": \"" + large + "\", \"dryRun\": true}")
                .expect(200)
                .json()
                .getString("snapshotId");
        Deletion held = Deletion.of(
                owner.post("api/deletions", "{\"snapshotId\": \"" + snapshot + "\", \"restoreWindow\": \"PT0S\"}")
                        .expect(202)
                        .json());
        owner.upload(large, Pictures.saying("later"));

        assertThat(held).is("HELD");
        Deletion confirmed = Deletion.of(owner.post("api/deletions/" + held.id() + "/confirm")
                .expect(202)
                .json());

        assertThat(confirmed
                        .json()
                        .getJsonObject("snapshot")
                        .getJsonObject("kept")
                        .getInt("photos"))
                .isEqualTo(1);
        assertThat(owner.awaitOver(held.id())).isCompletedFor(5);
    }

    @Test
    void whatIsCancelledShouldStay() {
        Deletion held = deleteAlbum(large);

        Answer cancelled = owner.post("api/deletions/" + held.id() + "/cancel");

        assertThat(Deletion.of(cancelled.expect(200).json())).is("CANCELLED");
        assertThat(owner.photos(large)).hasSize(5);
        assertThat(owner.post("api/deletions/" + held.id() + "/confirm")).isProblem(409, "wrong-state");
    }

    @Test
    void whatNobodyConfirmsInTimeShouldBeCancelled() {
        Deletion held = deleteAlbum(large);
        lethe.database().execute("update deletion set held_until = now() where id = ?", held.id());

        assertThat(owner.awaitOver(held.id())).is("CANCELLED");
        assertThat(owner.photos(large)).hasSize(5);
        assertThat(audited(held)).containsExactly("DELETION_HELD", "DELETION_CANCELLED");
    }

    @Test
    void manyWithinAnHourShouldBeHeld() {
        UUID crowd = owner.createAlbum("Crowd", 80);
        List<UUID> many =
                owner.photos(crowd).stream().limit(42).map(photo -> photo.id()).toList();
        owner.awaitOver(deletePhotos(many).id());
        UUID more = owner.createAlbum("More", 7);

        Deletion held = deleteAlbum(more);

        assertThat(held).is("HELD");
        assertThat(held.json().getString("heldBecause")).contains("7 photos after 42");
    }

    @Test
    void thoseOfTheSameMomentShouldNotPassTheHoursLimitTogether() {
        List<UUID> albums = IntStream.range(0, 8)
                .mapToObj(n -> owner.createAlbum("One of many " + n, 9))
                .toList();

        List<Deletion> deletions =
                albums.stream().map(album -> CompletableFuture.supplyAsync(() -> deleteAlbum(album))).toList().stream()
                        .map(CompletableFuture::join)
                        .toList();

        assertThat(deletions.stream()
                        .filter(deletion -> !deletion.json().getString("state").equals("HELD")))
                .hasSize(5);
    }

    @Test
    void anothersShouldNotBeThere() {
        Deletion held = deleteAlbum(large);
        LetheClient another = lethe.newOwner();

        assertThat(another.post("api/deletions/" + held.id() + "/confirm")).isProblem(404, "not-found");
        assertThat(another.post("api/deletions/" + held.id() + "/cancel")).isProblem(404, "not-found");
        assertThat(owner.deletion(held.id())).is("HELD");
    }

    private Deletion deleteAlbum(UUID album) {
        return Deletion.of(owner.delete("api/albums/" + album + "?restoreWindow=PT0S")
                .expect(202)
                .json());
    }

    private Deletion deletePhotos(List<UUID> photos) {
        String ids = photos.stream().map(id -> "\"" + id + "\"").collect(Collectors.joining(","));
        return Deletion.of(owner.post("api/deletions", "{\"restoreWindow\": \"PT0S\", \"photoIds\": [" + ids + "]}")
                .expect(202)
                .json());
    }

    private static List<String> audited(Deletion deletion) {
        return lethe.database()
                .texts(
                        "select action from audit_entry where subject = ? order by at",
                        deletion.id().toString());
    }
}
