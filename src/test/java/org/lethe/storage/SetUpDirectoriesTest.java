package org.lethe.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SetUpDirectoriesTest {

    @TempDir
    Path temporary;

    @Test
    void emptyDirectoriesShouldBecomeStorages() {
        DirectoryStorage main = directory(StorageId.MAIN);
        DirectoryStorage backup = directory(StorageId.BACKUP);

        StorageDirectories.setUp(main, backup);

        main.probe();
        backup.probe();
        assertThat(main.identity()).isNotEqualTo(backup.identity());
    }

    @Test
    void aSecondStartShouldKeepTheIdentity() {
        DirectoryStorage before = directory(StorageId.MAIN);
        StorageDirectories.setUp(before);

        DirectoryStorage after = directory(StorageId.MAIN);
        StorageDirectories.setUp(after);

        assertThat(after.identity()).isEqualTo(before.identity());
    }

    @Test
    void aDirectoryWithSomeonesFilesShouldNotBecomeAStorage() throws IOException {
        Files.createDirectory(temporary.resolve("main"));
        Files.writeString(temporary.resolve("main/thesis.txt"), "precious");
        DirectoryStorage main = directory(StorageId.MAIN);

        StorageDirectories.setUp(main);

        assertThatThrownBy(main::probe)
                .isInstanceOf(StorageUnavailableException.class)
                .hasMessageContaining("has no readable .lethe-storage. Is the disk mounted?");
    }

    @Test
    void anEmptyDirectoryBesideAUsedOneShouldNotBecomeAStorage() throws IOException {
        DirectoryStorage main = directory(StorageId.MAIN);
        DirectoryStorage backup = directory(StorageId.BACKUP);
        StorageDirectories.setUp(main, backup);
        main.create(FileKey.random()).commit();
        Files.delete(temporary.resolve("backup").resolve(Marker.FILE_NAME));

        DirectoryStorage unmounted = directory(StorageId.BACKUP);
        StorageDirectories.setUp(directory(StorageId.MAIN), unmounted);

        assertThatThrownBy(unmounted::probe).isInstanceOf(StorageUnavailableException.class);
    }

    @Test
    void aStartThatWasKilledBetweenTheTwoShouldBeCompleted() {
        StorageDirectories.setUp(directory(StorageId.MAIN));

        DirectoryStorage backup = directory(StorageId.BACKUP);
        StorageDirectories.setUp(directory(StorageId.MAIN), backup);

        backup.probe();
    }

    @Test
    void aMarkerWrittenByHandShouldBeginAStorage() throws IOException {
        Files.createDirectory(temporary.resolve("main"));
        Files.writeString(
                temporary.resolve("main").resolve(Marker.FILE_NAME),
                "storage=main\nidentity=7c3d0f0a-52a4-4f4e-8f5e-0c4a3b1d2e3f");

        directory(StorageId.MAIN).probe();
    }

    @Test
    void oneDirectoryForBothStoragesShouldBeRefused() throws IOException {
        DirectoryStorage main = directory(StorageId.MAIN);
        Files.createDirectory(temporary.resolve("main"));
        Files.createSymbolicLink(temporary.resolve("backup"), temporary.resolve("main"));
        DirectoryStorage backup = directory(StorageId.BACKUP);

        StorageDirectories.setUp(main, backup);

        main.probe();
        assertThatThrownBy(backup::probe)
                .isInstanceOf(StorageUnavailableException.class)
                .hasMessageContaining("is the storage main");
    }

    @Test
    void aFreshDisksLostAndFoundShouldNotCountAsFiles() throws IOException {
        Files.createDirectories(temporary.resolve("main/lost+found"));
        DirectoryStorage main = directory(StorageId.MAIN);

        StorageDirectories.setUp(main);

        main.probe();
    }

    private DirectoryStorage directory(StorageId id) {
        return new DirectoryStorage(id, temporary.resolve(id.wireName()));
    }
}
