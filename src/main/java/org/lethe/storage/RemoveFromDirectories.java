package org.lethe.storage;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * One removal of many files, directory by directory: look and unlink each, look again; at the end every directory is synced.
 * Syncing at the end lets one commit of the file system's journal serve all directories.
 */
final class RemoveFromDirectories {

    /** A directory of at most so many times the files that were removed is read through; else each is looked for. */
    private static final int WORTH_READING_THROUGH = 4;

    private final DirectoryStorage storage;
    private final StorageRoot root;
    private final Progress progress;
    private final Set<FileKey> removed = new HashSet<>();
    private final Set<FileKey> alreadyGone = new HashSet<>();
    private final Map<FileKey, FileFailure> failed = new HashMap<>();
    private boolean storageIsWell;

    RemoveFromDirectories(DirectoryStorage storage, StorageRoot root, Progress progress) {
        this.storage = storage;
        this.root = root;
        this.progress = progress;
    }

    RemovalReport remove(Collection<FileKey> keys) {
        Map<String, List<FileKey>> byDirectory = new TreeMap<>();
        for (FileKey key : Set.copyOf(keys)) {
            byDirectory
                    .computeIfAbsent(key.prefix(), prefix -> new ArrayList<>())
                    .add(key);
        }
        Map<String, List<FileKey>> touched = new TreeMap<>();
        byDirectory.forEach((prefix, files) -> {
            if (removeFrom(prefix, files)) {
                touched.put(prefix, files);
            }
        });
        touched.forEach(this::sync);
        return new RemovalReport(removed, alreadyGone, failed);
    }

    /** @return whether there is a directory to sync */
    private boolean removeFrom(String prefix, List<FileKey> files) {
        try {
            Optional<SecureDirectoryStream<Path>> directory = root.directory(prefix);
            if (directory.isEmpty()) {
                alreadyGone.addAll(files);
                return false;
            }
            try (SecureDirectoryStream<Path> open = directory.get()) {
                List<FileKey> unlinked = new ArrayList<>();
                files.stream().filter(file -> unlink(open, file)).forEach(unlinked::add);
                verify(open, unlinked);
            }
            return true;
        } catch (IOException e) {
            FileFailure failure = failure(e);
            files.forEach(file -> failed.putIfAbsent(file, failure));
            return false;
        }
    }

    /** @return whether the storage says that it is removed now */
    private boolean unlink(SecureDirectoryStream<Path> directory, FileKey key) {
        progress.step();
        Path name = DirectoryStorage.name(key);
        try {
            BasicFileAttributes found = StorageRoot.attributes(directory, name);
            if (found.isRegularFile()) {
                directory.deleteFile(name);
                return true;
            }
            failed.put(key, Failures.notAFile(found));
        } catch (NoSuchFileException e) {
            alreadyGone.add(key);
        } catch (IOException e) {
            failed.put(key, failure(e));
        }
        return false;
    }

    private void verify(SecureDirectoryStream<Path> directory, List<FileKey> unlinked) {
        Set<String> left = new HashSet<>();
        boolean isComplete = readNames(directory, left, WORTH_READING_THROUGH * unlinked.size());
        for (FileKey key : unlinked) {
            try {
                boolean isThere = isComplete ? left.contains(key.toString()) : isThere(directory, key);
                if (isThere) {
                    failed.put(key, Failures.stillThere());
                } else {
                    removed.add(key);
                }
            } catch (IOException e) {
                failed.put(key, failure(e));
            }
        }
        progress.step();
    }

    /**
     * Reads the names in a directory that nobody has read through yet.
     *
     * @return whether these are all
     */
    private static boolean readNames(DirectoryStream<Path> directory, Set<String> names, int most) {
        try {
            for (Path entry : directory) {
                if (names.size() == most) {
                    return false;
                }
                names.add(entry.getFileName().toString());
            }
            return true;
        } catch (DirectoryIteratorException e) {
            return false;
        }
    }

    /** Costs an exception where the file is gone. */
    private static boolean isThere(SecureDirectoryStream<Path> directory, FileKey key) throws IOException {
        try {
            StorageRoot.attributes(directory, DirectoryStorage.name(key));
            return true;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /**
     * Also where all was gone already: it may have been removed by an attempt that ended before its sync.
     */
    private void sync(String prefix, List<FileKey> files) {
        try {
            root.syncDirectory(prefix);
        } catch (IOException e) {
            FileFailure failure = failure(e);
            files.forEach(file -> unsure(file, failure));
        }
        progress.step();
    }

    private void unsure(FileKey key, FileFailure failure) {
        removed.remove(key);
        alreadyGone.remove(key);
        failed.putIfAbsent(key, failure);
    }

    /** Asks the storage itself at the first failure, once per removal. */
    private FileFailure failure(IOException cause) {
        if (!storageIsWell) {
            storage.probe();
            storageIsWell = true;
        }
        return Failures.of(cause);
    }
}
