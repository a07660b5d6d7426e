package org.lethe.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Where one installation keeps everything, and the claim to it: one launcher at a time.
 * The operating system gives the claim up when the launcher dies, however it dies.
 */
final class DataDirectory implements AutoCloseable {
    private final Path root;
    private final FileChannel lock;

    private DataDirectory(Path root, FileChannel lock) {
        this.root = root;
        this.lock = lock;
    }

    /** Makes the directory, readable by this user only, and claims it. */
    static DataDirectory claim(Path directory) {
        Path root = directory.toAbsolutePath().normalize();
        try {
            createPrivate(root);
            root = root.toRealPath();
            FileChannel lock =
                    FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!isLocked(lock)) {
                lock.close();
                throw new StartFailedException(root
                        + " is in use by another launcher. Stop that one, or choose another directory: --data DIR");
            }
            return new DataDirectory(root, lock);
        } catch (IOException e) {
            throw new StartFailedException("Cannot use " + root + " for data: " + e, e);
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false; // by another installation in this same JVM
        }
    }

    private static void createPrivate(Path directory) throws IOException {
        if (Files.isDirectory(directory)) {
            return;
        }
        Files.createDirectories(directory.getParent());
        Files.createDirectory(
                directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    Path root() {
        return root;
    }

    Path secrets() {
        return root.resolve("secrets.properties");
    }

    Path node() {
        return root.resolve("node.properties");
    }

    Path pidFile(String process) {
        return directory("run").resolve(process + ".pid");
    }

    Path log(String process) {
        return directory("log").resolve(process + ".log");
    }

    Path storage(String id) {
        return directory("storage/" + id);
    }

    /** Of the server: which transactions were decided. Never deleted. */
    Path transactionLog() {
        return directory("server/transactions");
    }

    /** A directory below the root, made when it is not there. */
    Path directory(String name) {
        try {
            return Files.createDirectories(root.resolve(name));
        } catch (IOException e) {
            throw new StartFailedException("Cannot make " + root.resolve(name) + ": " + e, e);
        }
    }

    static void deleteRecursively(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        Files.walkFileTree(directory, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException failure) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new IllegalStateException("Cannot give up " + root, e);
        }
    }
}
