package org.lethe.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Makes directories read-only: by their permissions, or by a mount for a user whom no permission stops. */
final class ReadOnly {
    private static final Set<PosixFilePermission> READ = PosixFilePermissions.fromString("r-x------");
    private static final Set<PosixFilePermission> WRITE = PosixFilePermissions.fromString("rwx------");

    private ReadOnly() {}

    static StorageDirectory.Outage make(Path root) {
        List<Path> directories = directories(root);
        permit(directories, READ);
        if (!Files.isWritable(root)) {
            return () -> permit(directories, WRITE);
        }
        permit(directories, WRITE);
        String path = root.toString();
        Mounts.mount("--bind", path, path);
        Mounts.mount("-o", "remount,ro,bind", path);
        return () -> Mounts.unmount(path);
    }

    private static List<Path> directories(Path root) {
        try (Stream<Path> entries = Files.walk(root, 1)) {
            return entries.filter(Files::isDirectory).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void permit(List<Path> directories, Set<PosixFilePermission> permissions) {
        try {
            for (Path directory : directories) {
                Files.setPosixFilePermissions(directory, permissions);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
