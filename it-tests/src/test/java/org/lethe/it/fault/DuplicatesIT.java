package org.lethe.it.fault;

import static org.lethe.it.LetheAssertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lethe.it.Answer;
import org.lethe.it.Broker;
import org.lethe.it.Deletion;
import org.lethe.it.Lethe;
import org.lethe.it.LetheClient;
import org.lethe.it.Photo;
import org.lethe.it.Pictures;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("Whatever comes twice has one effect")
class DuplicatesIT {
    @RegisterExtension
    static final Lethe lethe = Lethe.shared();

    private LetheClient owner;

    @BeforeAll
    void anOwner() {
        owner = lethe.newOwner();
    }

    @AfterEach
    void everythingHolds() {
        lethe.invariants().awaitQuiet().assertHolds();
    }

    @Test
    void messagesThatComeAgainAfterAllIsDoneShouldDoNothing() {
        Deletion over =
                owner.awaitOver(owner.deleteAlbum(owner.createAlbum("Twice", 4)).id());
        assertThat(over).isCompletedFor(4);

        lethe.broker().send(Broker.PLAN, planRemoval(over.id()));
        lethe.broker().send(Broker.MAIN, removeFiles(over.id(), "main"));
        lethe.broker().send(Broker.BACKUP, removeFiles(over.id(), "backup"));

        lethe.invariants().awaitQuiet();
        assertThat(owner.deletion(over.id()).json()).isEqualTo(over.json());
        assertThat(attemptsOf(over)).isZero();
    }

    @Test
    void messagesThatComeThriceAtOnceShouldHaveOneEffect() {
        lethe.broker().pause(Broker.MAIN);
        Deletion deletion = owner.deleteAlbum(owner.createAlbum("Thrice", 4));
        Awaitility.await("the chunk on main")
                .atMost(LetheClient.DEADLINE)
                .until(() -> lethe.broker().depth(Broker.MAIN).messages() == 1);
        lethe.broker().send(Broker.PLAN, planRemoval(deletion.id()));
        lethe.broker().send(Broker.MAIN, removeFiles(deletion.id(), "main"));
        lethe.broker().send(Broker.MAIN, removeFiles(deletion.id(), "main"));

        lethe.broker().resume(Broker.MAIN);

        assertThat(owner.awaitOver(deletion.id())).isCompletedFor(4);
        assertThat(attemptsOf(deletion)).isZero();
    }

    @Test
    void aMessageOfAnEarlierRoundShouldRemoveNothing() {
        Photo photo = owner.upload(owner.createAlbum("Stubborn"), Pictures.saying("1"));
        UUID key = lethe.fileKey(photo.id());
        lethe.main().block(key);
        Deletion over = owner.awaitOver(owner.deletePhoto(photo.id()).id());
        assertThat(over).is("COMPLETED_WITH_FAILURES");
        String earlier = removeFiles(over.id(), "main");
        lethe.main().unblock(key);

        lethe.broker().send(Broker.MAIN, earlier);
        lethe.invariants().awaitQuiet();

        assertThat(owner.deletion(over.id()))
                .is("COMPLETED_WITH_FAILURES")
                .hasGone(2, 3)
                .hasFailed(1);
        LetheClient admin = lethe.admin();
        admin.retry(admin.failuresOf(over.id()).get(0).id());
        assertThat(owner.awaitOver(over.id())).isCompletedFor(1);
    }

    @Test
    void aPhotoAndItsAlbumThatAreDeletedByManyAtOnceShouldBeRemovedOnce() {
        UUID album = owner.createAlbum("Crowded", 6);
        Photo photo = owner.photos(album).get(0);

        List<CompletableFuture<Answer>> answers = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> owner.delete(i % 2 == 0 ? "api/photos/" + photo.id() : "api/albums/" + album)))
                .toList();

        Set<UUID> deletions = answers.stream()
                .map(CompletableFuture::join)
                .map(answer -> UUID.fromString(answer.expect(202).json().getString("id")))
                .collect(Collectors.toSet());
        List<Deletion> over = deletions.stream().map(owner::awaitOver).toList();
        assertThat(over).hasSizeBetween(1, 2).allSatisfy(deletion -> assertThat(deletion)
                .isCompletedFor(deletion.photos()));
        assertThat(over.stream().mapToLong(Deletion::photos).sum()).isEqualTo(6);
    }

    @Test
    void manyPhotosThatAreDeletedByTwoAtOnceShouldGoWithOneOfThem() {
        UUID album = owner.createAlbum("Disputed", 6);
        List<UUID> photos = owner.photos(album).stream().map(Photo::id).toList();

        List<CompletableFuture<Answer>> answers = Stream.of(photos, photos)
                .map(ids -> CompletableFuture.supplyAsync(() -> owner.requestDeletionOf(ids)))
                .toList();

        List<Integer> statuses = answers.stream()
                .map(CompletableFuture::join)
                .map(Answer::status)
                .sorted()
                .toList();
        assertThat(statuses).isIn(List.of(202, 422), List.of(202, 503));
        lethe.invariants().awaitQuiet();
        assertThat(owner.photos(album)).isEmpty();
    }

    private static String planRemoval(UUID deletion) {
        return "{\"version\":1,\"type\":\"PlanRemoval\",\"deletionId\":\"" + deletion + "\",\"page\":0}";
    }

    /** The message of a deletion's only removal on a storage, as it was sent at first. */
    private static String removeFiles(UUID deletion, String storage) {
        long id = lethe.database()
                .number("select max(id) from file_removal where deletion_id = ? and storage = ?", deletion, storage);
        return "{\"version\":1,\"type\":\"RemoveFiles\",\"deletionId\":\"" + deletion + "\",\"storage\":\"" + storage
                + "\",\"generation\":1,\"removalId\":" + id + "}";
    }

    private static long attemptsOf(Deletion deletion) {
        return lethe.database().number("select count(*) from removal_attempt where deletion_id = ?", deletion.id());
    }
}
