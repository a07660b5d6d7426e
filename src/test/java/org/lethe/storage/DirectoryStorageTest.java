package org.lethe.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DirectoryStorageTest extends FileStorageContract {

    @TempDir
    Path temporary;

    private Path root;
    private DirectoryStorage storage;

    @BeforeEach
    void setUpStorage() {
        root = temporary.resolve("main");
        storage = StorageDirectories.setUp(StorageId.MAIN, root);
    }

    @Override
    FileStorage storage() {
        return storage;
    }

    @Override
    void breakForGood(FileKey file) throws IOException {
        Files.createDirectory(StorageDirectories.placeOf(file, root));
    }

    @Test
    void aFileShouldStandUnderTheLastDigitsOfItsKey() {
        FileKey key = FileKey.parse("0b0e3f6a-2a57-4d5b-9d0c-0123456789ab");

        write(key, new byte[1]);

        assertThat(root.resolve("9ab/0b0e3f6a-2a57-4d5b-9d0c-0123456789ab")).isRegularFile();
    }

    /** Past the cache where the disk can do that, its end through it. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 511 << 10, 512 << 10, (512 << 10) + 1, 1024 << 10, (1100 << 10) + 13})
    void aFileShouldBeWhatWasWrittenWhateverItsLength(int length) throws IOException {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        FileKey key = FileKey.random();

        try (Storages storages = Storages.over(storage);
                FileSink sink = storages.create(key)) {
            sink.write(bytes, 0, length);
            sink.commit();
        }

        assertThat(StorageDirectories.placeOf(key, root)).hasBinaryContent(bytes);
    }

    @Test
    void aLargePieceShouldGoPastTheCacheWhereTheDiskCanDoThat() throws IOException {
        assumeThat(Files.getFileStore(root).type()).isEqualTo("ext4");
        FileKey key = FileKey.random();
        Files.createFile(StorageDirectories.placeOf(key, root));
        ByteBuffer piece = new Pieces().take();

        assertThat(DirectWriting.fits(piece, Pieces.BYTES)).isTrue();
        assertThat(DirectWriting.fits(piece, 1)).isFalse();
        assertThat(DirectWriting.fits(piece.limit(Pieces.BYTES - 1), 0)).isFalse();
        try (StorageRoot open = StorageRoot.open(root);
                SecureDirectoryStream<Path> directory =
                        open.directory(key.prefix()).orElseThrow();
                FileChannel direct = new DirectWriting(root)
                        .open(directory, DirectoryStorage.name(key))
                        .orElseThrow()) {
            assertThat(direct.write(piece.clear(), 0)).isEqualTo(Pieces.BYTES);
        }
    }

    @Test
    void filesShouldGoFromAmongManyInTheirDirectoryAndTheOthersStay() {
        List<FileKey> neighbours = IntStream.range(0, 200)
                .mapToObj(n -> FileKey.parse("0b0e3f6a-2a57-4d5b-9d0c-%09d9ab".formatted(n)))
                .toList();
        neighbours.forEach(key -> write(key, new byte[1]));
        List<FileKey> going = List.of(neighbours.get(3), neighbours.get(150));

        RemovalReport report = storage.remove(going);

        assertThat(report.removed()).containsExactlyInAnyOrderElementsOf(going);
        assertThat(neighbours).allSatisfy(key -> assertThat(storage.size(key).isPresent())
                .as("%s is there", key)
                .isNotEqualTo(going.contains(key)));
    }

    @Test
    void aSymbolicLinkInTheFilesPlaceShouldFailAndItsTargetStay() throws IOException {
        Path outside = Files.writeString(temporary.resolve("outside"), "precious");
        FileKey key = FileKey.random();
        Files.createSymbolicLink(StorageDirectories.placeOf(key, root), outside);

        RemovalReport report = storage.remove(List.of(key));

        assertThat(report.failed().get(key).kind()).isEqualTo(FailureKind.PERMANENT);
        assertThat(report.failed().get(key).detail()).contains("symbolic link");
        assertThat(outside).hasContent("precious");
        assertThatThrownBy(() -> storage.open(key, 0, 10)).isInstanceOf(FileFailedException.class);
        assertThatThrownBy(() -> storage.size(key)).isInstanceOf(FileFailedException.class);
    }

    @Test
    void aDanglingLinkShouldNotCountAsGone() throws IOException {
        FileKey key = FileKey.random();
        Files.createSymbolicLink(StorageDirectories.placeOf(key, root), temporary.resolve("nowhere"));

        assertThat(storage.remove(List.of(key)).failed()).containsOnlyKeys(key);
    }

    @Test
    void aLinkInThePlaceOfTheFilesDirectoryShouldFailAndWhatIsBehindItStay() throws IOException {
        FileKey key = FileKey.random();
        Path outside = Files.createDirectory(temporary.resolve("outside"));
        Path victim = Files.writeString(outside.resolve(key.toString()), "precious");
        Files.createSymbolicLink(root.resolve(key.prefix()), outside);

        RemovalReport report = storage.remove(List.of(key));

        assertThat(report.failed().get(key).kind()).isEqualTo(FailureKind.PERMANENT);
        assertThat(victim).hasContent("precious");
        assertThatThrownBy(() -> storage.open(key, 0, 10)).isInstanceOf(FileFailedException.class);
        assertThatThrownBy(() -> storage.create(key)).isInstanceOf(FileFailedException.class);
    }

    @Test
    void aDirectoryInTheFilesPlaceShouldFailAndStayWithAllThatIsInIt() throws IOException {
        FileKey key = FileKey.random();
        Path directory = Files.createDirectory(StorageDirectories.placeOf(key, root));
        Path inside = Files.writeString(directory.resolve("note"), "precious");

        RemovalReport report = storage.remove(List.of(key));

        assertThat(report.failed().get(key).detail()).contains("directory");
        assertThat(inside).hasContent("precious");
    }

    @Test
    void anEmptyDirectoryInTheFilesPlaceShouldStayToo() throws IOException {
        FileKey key = FileKey.random();
        Path directory = Files.createDirectory(StorageDirectories.placeOf(key, root));

        assertThat(storage.remove(List.of(key)).failed()).containsOnlyKeys(key);
        assertThat(directory).isDirectory();
    }

    @Test
    void oneBadFileShouldNotHoldUpTheOthers() throws IOException {
        List<FileKey> good = written(10);
        FileKey bad = FileKey.random();
        Files.createDirectory(StorageDirectories.placeOf(bad, root));

        RemovalReport report =
                storage.remove(java.util.stream.Stream.concat(good.stream(), java.util.stream.Stream.of(bad))
                        .toList());

        assertThat(report.removed()).containsExactlyInAnyOrderElementsOf(good);
        assertThat(report.failed()).containsOnlyKeys(bad);
    }

    @Test
    void aVanishedDirectoryShouldBeUnavailableAndNotCallFilesGone() throws IOException {
        List<FileKey> keys = written(1);
        Files.move(root, temporary.resolve("elsewhere"));

        assertUnavailable(keys.get(0));
    }

    @Test
    void anEmptyMountPointShouldBeUnavailableAndNotCallFilesGone() throws IOException {
        List<FileKey> keys = written(1);
        Files.move(root, temporary.resolve("elsewhere"));
        Files.createDirectory(root);

        assertUnavailable(keys.get(0));
        assertThat(root).as("nothing is written to what is not the storage").isEmptyDirectory();
    }

    @Test
    void theOtherStoragesDiskShouldBeUnavailable() throws IOException {
        FileKey key = written(1).get(0);
        Path backup = temporary.resolve("backup");
        StorageDirectories.setUp(StorageId.BACKUP, backup);
        Files.move(root, temporary.resolve("elsewhere"));
        Files.move(backup, root);

        assertUnavailable(key);
    }

    @Test
    void aStrangersDiskOfTheSameNameShouldBeUnavailable() throws IOException {
        storage.probe();
        Files.writeString(root.resolve(Marker.FILE_NAME), new Marker(StorageId.MAIN, UUID.randomUUID()).text());

        assertUnavailable(FileKey.random());
    }

    @Test
    void aDiskThatVanishesInTheMiddleOfARemovalShouldBeUnavailable() {
        List<FileKey> keys = written(3);

        assertThatThrownBy(() -> storage.remove(keys, () -> vanish(root)))
                .isInstanceOf(StorageUnavailableException.class)
                .hasMessageContaining("storage main is unavailable");
    }

    @Test
    void aFileThatCannotBeRemovedShouldFailAloneAndTransiently() throws IOException {
        assumeThat(System.getProperty("user.name")).as("root may do anything").isNotEqualTo("root");
        FileKey key = written(1).get(0);
        Path directory = root.resolve(key.prefix());
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("r-xr-xr-x"));

        RemovalReport report = storage.remove(List.of(key));

        assertThat(report.failed().get(key).kind()).isEqualTo(FailureKind.TRANSIENT);
        assertThat(report.failed().get(key).cause()).isEqualTo("access denied");
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void aStorageThatCannotBeWrittenShouldBeUnavailable() throws IOException {
        assumeThat(System.getProperty("user.name")).as("root may do anything").isNotEqualTo("root");
        FileKey key = written(1).get(0);
        Files.setPosixFilePermissions(root.resolve(key.prefix()), PosixFilePermissions.fromString("r-xr-xr-x"));
        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("r-xr-xr-x"));

        assertThatThrownBy(() -> storage.remove(List.of(key))).isInstanceOf(StorageUnavailableException.class);
        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(root.resolve(key.prefix()), PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void aPrefixDirectoryRemovedFromOutsideShouldBeMadeAnew() throws IOException {
        FileKey first = FileKey.parse("00000000-0000-4000-8000-000000000abc");
        FileKey second = FileKey.parse("00000000-0000-4000-8000-000000001abc");
        write(first, new byte[1]);
        storage.remove(List.of(first));
        Files.delete(root.resolve("abc"));

        assertThatThrownBy(() -> storage.create(second)).isInstanceOf(FileFailedException.class);
        write(second, new byte[1]);

        assertThat(storage.exists(second)).isTrue();
    }

    @Test
    void largeFilesShouldBeSyncedOnTheWay() {
        FileKey key = FileKey.random();
        byte[] mebibyte = new byte[1 << 20];

        try (FileSink sink = storage.create(key)) {
            for (int i = 0; i < 40; i++) {
                sink.write(mebibyte, 0, mebibyte.length);
            }
            sink.commit();
        }

        assertThat(storage.size(key)).hasValue(40L << 20);
    }

    private void assertUnavailable(FileKey key) {
        assertThatThrownBy(() -> storage.remove(List.of(key))).isInstanceOf(StorageUnavailableException.class);
        assertThatThrownBy(() -> storage.open(key, 0, 1)).isInstanceOf(StorageUnavailableException.class);
        assertThatThrownBy(() -> storage.size(key)).isInstanceOf(StorageUnavailableException.class);
        assertThatThrownBy(() -> storage.create(FileKey.random())).isInstanceOf(StorageUnavailableException.class);
        assertThatThrownBy(storage::probe).isInstanceOf(StorageUnavailableException.class);
    }

    private static void vanish(Path root) {
        Path elsewhere = root.resolveSibling("vanished");
        if (Files.notExists(elsewhere)) {
            try {
                Files.move(root, elsewhere);
                Files.createDirectory(root);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
