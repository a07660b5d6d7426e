package org.lethe.it.fault;

import static org.lethe.it.LetheAssertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lethe.it.Deletion;
import org.lethe.it.Failure;
import org.lethe.it.Lethe;
import org.lethe.it.LetheClient;
import org.lethe.it.Photo;
import org.lethe.it.Pictures;
import org.lethe.it.SeedAlbum;
import org.lethe.it.SmallDisk;
import org.lethe.it.StorageDirectory;
import org.lethe.it.StorageDirectory.Outage;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("A storage that fails")
class StorageFaultsIT {
    @RegisterExtension
    static final Lethe lethe = Lethe.shared();

    private static final int PHOTOS = 6;

    /** Each has an original and two thumbnails. */
    private static final int FILES = 3 * PHOTOS;

    private LetheClient owner;
    private LetheClient operator;

    @BeforeAll
    void people() {
        owner = lethe.newOwner();
        operator = lethe.newAccount("operator");
    }

    private static Stream<Arguments> outages() {
        return Stream.of(
                outage("main", "is not mounted", StorageDirectory::unmounted),
                outage("backup", "is not mounted", StorageDirectory::unmounted),
                outage("main", "is an empty mount point", StorageDirectory::emptyMountPoint),
                outage("backup", "has lost its marker", StorageDirectory::unmarked),
                outage("backup", "is read-only", StorageDirectory::readOnly));
    }

    private static Arguments outage(String storage, String what, Function<StorageDirectory, Outage> breaks) {
        return Arguments.of(storage, Named.of(what, breaks));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("outages")
    void shouldLeaveTheOtherUnharmedAndBeEmptiedOnceItIsMended(
            String broken, Function<StorageDirectory, Outage> breaks) {
        UUID album = owner.createAlbum("On a broken storage", PHOTOS);
        Deletion over;
        try (Outage outage = breaks.apply(storage(broken))) {
            assertThat(outage).isNotNull();
            assertThat(lethe.anonymous().get("health/ready").expect(503).text()).contains(broken);

            over = owner.awaitOver(owner.deleteAlbum(album).id());
        }
        assertThat(over)
                .is("COMPLETED_WITH_FAILURES")
                .hasGone(broken.equals("main") ? 0 : FILES, broken.equals("backup") ? 0 : FILES)
                .hasFailed(FILES);
        lethe.invariants().acceptedDeletions(List.of(over.id())).awaitQuiet().assertHolds();
        List<Failure> failures = operator.failuresOf(over.id());
        assertThat(failures).hasSize(1).allSatisfy(failure -> assertThat(operator.failure(failure.id()))
                .is("OPEN")
                .isOfKind("REMOVAL")
                .isOnStorage(broken)
                .isAbout(FILES)
                .hasCause("storage unavailable")
                .hasAttempts(Lethe.MAX_ATTEMPTS)
                .tells("attempt failed", "attempt failed", "attempt failed", "dead letter"));

        failures.forEach(failure -> operator.retry(failure.id()));

        assertThat(owner.awaitOver(over.id())).isCompletedFor(PHOTOS);
        assertThat(lethe.anonymous().get("health/ready")).hasStatus(200);
        lethe.invariants().acceptedDeletions(List.of(over.id())).awaitQuiet().assertHolds();
    }

    @Test
    void shouldGiveEachFileAFailureOfItsOwnWhenAChunkIsSentAgainForTheSecondTime() {
        UUID album = owner.createAlbum("Sent again and again", PHOTOS);
        Deletion over;
        try (Outage outage = lethe.main().unmounted()) {
            assertThat(outage).isNotNull();
            over = owner.awaitOver(owner.deleteAlbum(album).id());
            UUID chunk = operator.failuresOf(over.id()).get(0).id();

            operator.retry(chunk);
            owner.awaitOver(over.id());
            assertThat(operator.failuresOf(over.id())).hasSize(1);
            assertThat(operator.failure(chunk)).isAbout(FILES).hasAttempts(2 * Lethe.MAX_ATTEMPTS);

            operator.retry(chunk);
            over = owner.awaitOver(over.id());
        }
        assertThat(over).is("COMPLETED_WITH_FAILURES").hasGone(0, FILES).hasFailed(FILES);
        lethe.invariants().acceptedDeletions(List.of(over.id())).awaitQuiet().assertHolds();
        List<Failure> failures = operator.failuresOf(over.id());
        assertThat(failures).hasSize(FILES).allSatisfy(failure -> assertThat(operator.failure(failure.id()))
                .is("OPEN")
                .isAbout(1)
                .hasAttempts(3 * Lethe.MAX_ATTEMPTS));

        failures.forEach(failure -> operator.retry(failure.id()));

        assertThat(owner.awaitOver(over.id())).isCompletedFor(PHOTOS);
        lethe.invariants().acceptedDeletions(List.of(over.id())).awaitQuiet().assertHolds();
    }

    @Test
    void shouldTakeNoUploadAndKeepNothingOfIt() {
        UUID album = owner.createAlbum("Uploaded to a broken storage");
        try (Outage outage = lethe.backup().unmounted()) {
            assertThat(outage).isNotNull();

            assertThat(owner.send(owner.uploadOf(album, Pictures.ofSize(1000))))
                    .isProblem(503, "storage-unavailable")
                    .hasHeader("Retry-After");
            assertThat(owner.photos(album)).isEmpty();
        }

        lethe.invariants().awaitQuiet().assertHolds();
        abandonedFailures().forEach(operator::retry);
        lethe.invariants().awaitQuiet().assertHolds();
        assertThat(lethe.database().texts("select state from photo where album_id = ?", album))
                .containsExactly("PURGED");
    }

    @Test
    void thatIsFullShouldTakeNoUploadAndStillLetGo() {
        UUID album = owner.createAlbum("Full");
        try (SmallDisk disk = lethe.backup().smallDisk()) {
            Photo photo = owner.upload(album, Pictures.ofSize(1000));
            disk.fill();

            assertThat(owner.send(owner.uploadOf(album, Pictures.ofSize(50_000))))
                    .isProblem(503, "storage-unavailable");
            assertThat(owner.photos(album)).containsExactly(photo);
            assertThat(owner.awaitOver(owner.deletePhoto(photo.id()).id())).isCompletedFor(1);
            lethe.invariants().awaitQuiet();
        }
        abandonedFailures().forEach(operator::retry);
        lethe.invariants().awaitQuiet().assertHolds();
    }

    @Test
    void inOneDirectoryOnlyShouldKeepTheFilesOfThatDirectoryOnly() {
        UUID album = owner.createAlbum("One directory is read-only");
        List<UUID> keys = SeedAlbum.add(lethe, album, 101); // 99 of them in one directory, two in the next
        UUID stuck = keys.stream()
                .filter(key -> key.toString().endsWith("001"))
                .findFirst()
                .orElseThrow();
        Deletion over;
        try (Outage outage = lethe.main().readOnlyAround(stuck)) {
            assertThat(outage).isNotNull();
            over = owner.awaitOver(owner.deleteAlbum(album).id());
        }
        assertThat(over).is("COMPLETED_WITH_FAILURES").hasGone(99, 101).hasFailed(2);
        assertThat(operator.failuresOf(over.id())).allSatisfy(failure -> assertThat(operator.failure(failure.id()))
                .isOnStorage("main")
                .hasAttempts(Lethe.MAX_ATTEMPTS)
                .tells("failed in its chunk", "attempt failed", "dead letter"));

        operator.failuresOf(over.id()).forEach(failure -> operator.retry(failure.id()));

        assertThat(owner.awaitOver(over.id())).isCompletedFor(101);
        lethe.invariants().awaitQuiet().assertHolds();
    }

    @Test
    void shouldNotMakeAPhotoPurgedBeforeBothAreEmpty() {
        Photo photo = owner.upload(owner.createAlbum("Half gone"), Pictures.withoutThumbnails("1"));
        try (Outage outage = lethe.backup().unmounted()) {
            assertThat(outage).isNotNull();
            Deletion over = owner.awaitOver(owner.deletePhoto(photo.id()).id());

            assertThat(over).is("COMPLETED_WITH_FAILURES").hasGone(1, 0).hasFailed(1);
            assertThat(stateOf(photo)).isEqualTo("DELETED");
            assertThat(owner.get("api/photos/" + photo.id())).isProblem(404, "not-found");
        }

        operator.retry(onlyFailureOf(photo).id());

        lethe.invariants().awaitQuiet().assertHolds();
        assertThat(stateOf(photo)).isEqualTo("PURGED");
    }

    @Test
    void aLinkInAFilesPlaceShouldNotBeFollowed() throws Exception {
        Photo photo = owner.upload(owner.createAlbum("Linked"), Pictures.withoutThumbnails("1"));
        Path outside = Files.writeString(Files.createTempFile("lethe-it-outside", ""), "not Lethe's");
        Path link = lethe.main().path(lethe.fileKey(photo.id()));
        Files.delete(link);
        Files.createSymbolicLink(link, outside);

        Deletion over = owner.awaitOver(owner.deletePhoto(photo.id()).id());

        assertThat(over).is("COMPLETED_WITH_FAILURES").hasGone(0, 1).hasFailed(1);
        assertThat(onlyFailureOf(photo)).hasCause("not a plain file").isOnStorage("main");
        assertThat(outside).hasContent("not Lethe's");
        Files.delete(link);
        operator.retry(onlyFailureOf(photo).id());
        assertThat(owner.awaitOver(over.id())).isCompletedFor(1);
        Files.delete(outside);
    }

    @Test
    void aLinkInADirectorysPlaceShouldNotBeFollowed() throws Exception {
        Photo photo = owner.upload(owner.createAlbum("Linked from above"), Pictures.withoutThumbnails("1"));
        Path directory = lethe.main().path(lethe.fileKey(photo.id())).getParent();
        Path outside = directory.resolveSibling("../outside-" + directory.getFileName());
        Files.move(directory, outside);
        Files.createSymbolicLink(directory, outside);

        Deletion over = owner.awaitOver(owner.deletePhoto(photo.id()).id());

        assertThat(over).is("COMPLETED_WITH_FAILURES").hasGone(0, 1).hasFailed(1);
        assertThat(onlyFailureOf(photo)).hasCause("not a directory").isOnStorage("main");
        assertThat(outside).isNotEmptyDirectory();
        putBack(directory, outside);
        operator.retry(onlyFailureOf(photo).id());
        assertThat(owner.awaitOver(over.id())).isCompletedFor(1);
        lethe.invariants().awaitQuiet().assertHolds();
    }

    private static void putBack(Path directory, Path outside) throws IOException {
        Files.delete(directory);
        Files.move(outside, directory);
    }

    private StorageDirectory storage(String id) {
        return id.equals("main") ? lethe.main() : lethe.backup();
    }

    private Failure onlyFailureOf(Photo photo) {
        List<UUID> ids = lethe.database()
                .rows(
                        "select f.id from failure f join file_removal r on r.id = f.removal_id"
                                + " join photo_file p on p.key = any(r.file_keys) where p.photo_id = ?",
                        row -> row.getObject(1, UUID.class),
                        photo.id());
        assertThat(ids).hasSize(1);
        return operator.failure(ids.get(0));
    }

    /** Nobody asked for these deletions, so they are found by their kind. */
    private static List<UUID> abandonedFailures() {
        return lethe.database()
                .rows(
                        "select f.id from failure f join deletion d on d.id = f.deletion_id"
                                + " where d.kind = 'UPLOAD' and f.state = 'OPEN'",
                        row -> row.getObject(1, UUID.class));
    }

    private static String stateOf(Photo photo) {
        return lethe.database()
                .texts("select state from photo where id = ?", photo.id())
                .get(0);
    }
}
