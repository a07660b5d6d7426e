package org.lethe.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** Directories that are set up as storages, for tests. */
final class StorageDirectories {

    private StorageDirectories() {}

    static DirectoryStorage setUp(StorageId id, Path directory) {
        DirectoryStorage storage = new DirectoryStorage(id, directory);
        setUp(storage);
        return storage;
    }

    static void setUp(DirectoryStorage... directories) {
        List<DirectoryStorage> all = Arrays.asList(directories);
        try (Storages storages = Storages.over(all, Duration.ofSeconds(5), 2)) {
            new SetUpDirectories(storages).setUp(all);
        }
    }

    /** Puts something of one's own in the place where the storage keeps a file. */
    static Path placeOf(FileKey key, Path directory) throws IOException {
        Path place = directory.resolve(key.path());
        Files.createDirectories(place.getParent());
        return place;
    }
}
