package org.lethe.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/** A disk of 256 KiB that stands in the place of a storage. */
public final class SmallDisk implements AutoCloseable {
    private static final int BLOCK_BYTES = 4096;

    private final Path root;

    private SmallDisk(Path root) {
        this.root = root;
    }

    static SmallDisk at(Path root, String marker) {
        try {
            byte[] identity = Files.readAllBytes(root.resolve(marker));
            List<Path> directories = directories(root);
            Mounts.mount("-t", "tmpfs", "-o", "size=256k", "tmpfs", root.toString());
            Files.write(root.resolve(marker), identity);
            make(directories);
            return new SmallDisk(root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Leaves not one block free. */
    public void fill() {
        Path filler = root.resolve(".lethe-filler");
        try {
            while (true) {
                Files.write(filler, new byte[BLOCK_BYTES], StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            }
        } catch (IOException full) {
            // as was wished
        }
    }

    @Override
    public void close() {
        try {
            List<Path> directories = directories(root);
            Mounts.unmount(root.toString());
            make(directories);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The server knows which directories it has made: each disk has those of the other. */
    private static void make(List<Path> directories) throws IOException {
        for (Path directory : directories) {
            Files.createDirectories(directory);
        }
    }

    private static List<Path> directories(Path root) throws IOException {
        try (Stream<Path> entries = Files.list(root)) {
            return entries.filter(Files::isDirectory).toList();
        }
    }
}
