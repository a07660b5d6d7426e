package org.lethe.demo;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;

/** A storage as it lies on disk, looked at past the product. */
record StorageOnDisk(String name, Path root) {

    /** Every file of a photo, by its path. */
    Set<Path> files() throws IOException {
        Set<Path> files = new TreeSet<>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (!file.getParent().equals(root)) {
                    files.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                if (e instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE; // removed while being looked at
                }
                throw e;
            }
        });
        return files;
    }

    /** Those that came since {@code before}. */
    Set<Path> filesSince(Set<Path> before) throws IOException {
        Set<Path> files = files();
        files.removeAll(before);
        return files;
    }

    /** How many of these stand on it still. */
    static long present(Set<Path> files) {
        return files.stream().filter(Files::exists).count();
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
