package org.lethe.it;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

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
        boolean mounted = succeeds("mount", "--bind", path, path)
                && (succeeds("mount", "-o", "remount,ro,bind", path) || !succeeds("umount", path));
        Assumptions.assumeTrue(mounted, "neither permissions nor mounts make a directory read-only here");
        return () -> succeeds("umount", "--lazy", path); // lazily: the server may hold it open at this moment
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

    private static boolean succeeds(String... command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(new File("/dev/null"))
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException notThere) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
