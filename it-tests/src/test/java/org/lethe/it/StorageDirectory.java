package org.lethe.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** A storage as it lies on the disk, and the ways to break it. */
public final class StorageDirectory {
    private static final String MARKER = ".lethe-storage";

    private final String id;
    private final Path root;

    StorageDirectory(String id, Path root) {
        this.id = id;
        this.root = root;
    }

    /** {@code main} or {@code backup}. */
    public String id() {
        return id;
    }

    public Path root() {
        return root;
    }

    /** Where the file of a key stands: in one of 4,096 directories, named after the key's end. */
    public Path path(UUID key) {
        String name = key.toString();
        return root.resolve(name.substring(name.length() - 3)).resolve(name);
    }

    /** Everything in it but what belongs to the storage itself. */
    public List<Path> files() {
        try (Stream<Path> entries = Files.walk(root)) {
            return entries.filter(path -> !path.getFileName().toString().startsWith(".lethe-"))
                    .filter(path -> !path.equals(root) && !isPrefix(path))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts a directory that is not empty in a file's place, so that the file cannot be removed. */
    public void block(UUID key) {
        Path path = path(key);
        run(() -> {
            Files.deleteIfExists(path);
            Files.createDirectories(path);
            Files.writeString(path.resolve("in the way"), "in the way");
        });
    }

    /** Takes away what {@link #block} put there; the file is gone then. */
    public void unblock(UUID key) {
        Path path = path(key);
        run(() -> {
            Files.deleteIfExists(path.resolve("in the way"));
            Files.deleteIfExists(path);
        });
    }

    /** Takes the disk away until the result is closed. */
    public Outage unmounted() {
        Path elsewhere = root.resolveSibling(id + "-unmounted");
        run(() -> Files.move(root, elsewhere));
        return () -> run(() -> Files.move(elsewhere, root));
    }

    /** Leaves an empty directory in the disk's place until the result is closed, as a mount point would be. */
    public Outage emptyMountPoint() {
        Outage outage = unmounted();
        run(() -> Files.createDirectory(root));
        return () -> {
            run(() -> Files.deleteIfExists(root));
            outage.close();
        };
    }

    /** Takes away what marks the directory as this storage until the result is closed. */
    public Outage unmarked() {
        Path marker = root.resolve(MARKER);
        byte[] content = read(marker);
        run(() -> Files.delete(marker));
        return () -> run(() -> Files.write(marker, content));
    }

    /** Lets nothing be written or removed until the result is closed; where this user may not do that, the test is left. */
    public Outage readOnly() {
        return ReadOnly.make(root);
    }

    /** As {@link #readOnly}, for the one directory in which a key's file stands. */
    public Outage readOnlyAround(UUID key) {
        return ReadOnly.make(path(key).getParent());
    }

    /**
     * Puts a small disk in this one's place until the result is closed. It is the same storage to Lethe; what is stored
     * on it must be deleted before it goes.
     */
    public SmallDisk smallDisk() {
        return SmallDisk.at(root, MARKER);
    }

    /** What is broken until it is closed. */
    public interface Outage extends AutoCloseable {
        @Override
        void close();
    }

    static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(UUID key, String content) {
        run(() -> Files.write(path(key), content.getBytes(StandardCharsets.UTF_8)));
    }

    private boolean isPrefix(Path path) {
        return path.getParent().equals(root) && path.getFileName().toString().length() == 3 && Files.isDirectory(path);
    }

    private static void run(Step step) {
        try {
            step.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Step {
        void run() throws IOException;
    }
}
