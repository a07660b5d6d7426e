package org.lethe.storage;

import static java.util.concurrent.ConcurrentHashMap.newKeySet;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.util.Optional;
import java.util.Set;

/**
 * The directories that the files of a storage are spread over, made when first needed. A directory counts as known once
 * its name is on disk: else a power cut could take a whole directory with files that were committed.
 */
final class PrefixDirectories {

    private final Path root;
    private final Set<String> known = newKeySet();

    PrefixDirectories(Path root) {
        this.root = root;
    }

    SecureDirectoryStream<Path> open(StorageRoot open, String prefix) throws IOException {
        if (!known.contains(prefix)) {
            make(open, prefix);
        }
        Optional<SecureDirectoryStream<Path>> directory = open.directory(prefix);
        if (directory.isPresent()) {
            return directory.get();
        }
        known.remove(prefix);
        throw new NoSuchFileException(
                prefix, null, "the directory was removed from outside; it is made anew next time");
    }

    private void make(StorageRoot open, String prefix) throws IOException {
        try {
            Files.createDirectory(root.resolve(prefix));
        } catch (FileAlreadyExistsException e) {
            // perhaps made by another thread a moment ago and not on disk yet: sync all the same
        }
        open.sync();
        known.add(prefix);
    }
}
