package org.lethe.it;

import static org.lethe.it.LetheAssertions.assertThat;

import jakarta.json.JsonObject;
import java.nio.file.Files;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("An owner deletes an album, and it is certain that everything is gone")
class BulkDeletionStoryIT {
    @RegisterExtension
    static final Lethe lethe = Lethe.shared();

    private LetheClient owner;
    private LetheClient operator;

    @BeforeEach
    void people() {
        owner = lethe.newOwner();
        operator = lethe.newAccount("operator");
    }

    @Test
    void anAlbumOfTwelveHundredPhotosShouldBeAnsweredAtOnceAndBeProvenGoneFromBothStorages() {
        UUID album = owner.createAlbum("Summer", 20);
        Photo photo = owner.photos(album).get(0);
        assertThat(Sha256.of(owner.content(photo.id()))).isEqualTo(photo.sha256());
        List<UUID> keys = SeedAlbum.add(lethe, album, 1180);

        Deletion accepted = owner.deleteAlbum(album);

        assertThat(accepted).is("REQUESTED");
        assertThat(owner.get("api/albums/" + album)).isProblem(404, "not-found");
        assertThat(owner.get("api/photos/" + photo.id())).isProblem(404, "not-found");
        Deletion over = owner.awaitOver(accepted.id());
        assertThat(over).isCompletedFor(1200);
        assertThat(keys).noneMatch(key -> Files.exists(lethe.main().path(key)));
        assertThat(keys).noneMatch(key -> Files.exists(lethe.backup().path(key)));
        lethe.invariants()
                .acceptedDeletions(List.of(accepted.id()))
                .awaitQuiet()
                .assertHolds();
    }

    @Test
    void aFileThatCannotBeRemovedShouldBecomeAFailureThatAPersonMendsAndSendsAgain() {
        UUID album = owner.createAlbum("Winter", 30);
        UUID stubborn = SeedAlbum.add(lethe, album, 1).get(0);
        lethe.backup().block(stubborn);

        Deletion accepted = owner.deleteAlbum(album);

        Deletion over = owner.awaitOver(accepted.id());
        assertThat(over)
                .is("COMPLETED_WITH_FAILURES")
                .hasRequested(2 * 91) // thirty with two thumbnails each, one without
                .hasGone(91, 90)
                .hasWaiting(0)
                .hasFailed(1);
        assertThat(addsUp()).isTrue();
        lethe.invariants()
                .acceptedDeletions(List.of(accepted.id()))
                .awaitQuiet()
                .assertHolds();

        List<Failure> failures = operator.failuresOf(accepted.id());
        assertThat(failures).hasSize(1);
        Failure failure = operator.failure(failures.get(0).id());
        assertThat(failure)
                .is("OPEN")
                .isOfKind("REMOVAL")
                .isOnStorage("backup")
                .isOnQueue("lethe.removal.backup")
                .hasCause("not a plain file")
                .hasAttempts(1) // no other would have mended it
                .tells("attempt failed", "to a person at once");

        lethe.backup().unblock(stubborn);
        operator.retry(failure.id());

        assertThat(owner.awaitOver(accepted.id())).isCompletedFor(31);
        assertThat(operator.failure(failure.id())).is("RETRIED").tells("to a person at once", "retried");
        assertThat(addsUp()).isTrue();
        lethe.invariants()
                .acceptedDeletions(List.of(accepted.id()))
                .awaitQuiet()
                .assertHolds();
    }

    private boolean addsUp() {
        JsonObject conservation = operator.conservation();
        assertThat(conservation.getJsonNumber("difference").longValue()).isZero();
        return conservation.getBoolean("addsUp");
    }
}
