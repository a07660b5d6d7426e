package org.lethe.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.lethe.log.LogEvent;

/**
 * Marks the directories of a new installation as its storages. Only when all of them are empty: an empty one beside one
 * that has files is far more likely a disk that is not mounted than a wish to begin anew, and files that are not there
 * would be recorded as gone.
 */
final class SetUpDirectories {

    /** What does not make a directory used: what Lethe puts there itself, and what ext4 does. */
    private static final Set<String> NOT_FILES =
            Set.of(Marker.FILE_NAME, ".lethe-storage.new", ".lethe-probe", "lost+found");

    private final Storages storages;

    SetUpDirectories(Storages storages) {
        this.storages = storages;
    }

    /** Never fails: what could not be set up is unavailable, says why when it is used, and is set up by the next start. */
    void setUp(Collection<DirectoryStorage> directories) {
        List<DirectoryStorage> unused =
                directories.stream().filter(this::isUnused).toList();
        if (unused.size() == directories.size()) {
            unused.forEach(this::mark);
        }
    }

    private boolean isUnused(DirectoryStorage storage) {
        try {
            return limited(storage, SetUpDirectories::makeAndLook);
        } catch (StorageUnavailableException e) {
            LogEvent.STORAGE_NOT_SET_UP.log(e.getMessage());
            return false;
        }
    }

    private void mark(DirectoryStorage storage) {
        try {
            if (limited(storage, SetUpDirectories::markIfUnmarked)) {
                LogEvent.STORAGE_SET_UP.log(storage.directory(), storage.id());
            }
        } catch (StorageUnavailableException e) {
            LogEvent.STORAGE_NOT_SET_UP.log(e.getMessage());
        }
    }

    private <T> T limited(DirectoryStorage storage, Step<T> step) {
        return storages.limited(storage.id()).call("set it up", progress -> {
            try {
                return step.on(storage);
            } catch (IOException e) {
                throw new StorageUnavailableException(storage.id(), Failures.words(e), e);
            }
        });
    }

    private static boolean makeAndLook(DirectoryStorage storage) throws IOException {
        Files.createDirectories(storage.directory());
        try (Stream<Path> entries = Files.list(storage.directory())) {
            return entries.map(entry -> entry.getFileName().toString()).allMatch(NOT_FILES::contains);
        }
    }

    private static boolean markIfUnmarked(DirectoryStorage storage) throws IOException {
        Path marker = storage.directory().resolve(Marker.FILE_NAME);
        if (Files.exists(marker)) {
            return false;
        }
        Path begun = storage.directory().resolve(Marker.FILE_NAME + ".new");
        try (FileChannel channel = FileChannel.open(begun, CREATE, TRUNCATE_EXISTING, WRITE)) {
            channel.write(ByteBuffer.wrap(Marker.fresh(storage.id()).text().getBytes(UTF_8)));
            channel.force(true);
        }
        Files.move(begun, marker, ATOMIC_MOVE);
        try (StorageRoot root = StorageRoot.open(storage.directory())) {
            root.sync();
        }
        return true;
    }

    @FunctionalInterface
    private interface Step<T> {

        T on(DirectoryStorage storage) throws IOException;
    }
}
