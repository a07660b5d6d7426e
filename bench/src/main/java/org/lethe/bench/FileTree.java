package org.lethe.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Files laid out as a storage of the product lays them out: 4,096 directories by the last three digits of the key. */
record FileTree(Path root) {

    private static final int PREFIX = 3;
    private static final int CONTENT_VARIANTS = 16;

    /** Writes a file of random content for each key. They are in memory until {@link #sync}. */
    void write(List<UUID> keys, int bytesEach) throws IOException {
        for (String directory : new TreeSet<>(
                keys.stream().map(key -> path(key).substring(0, PREFIX)).toList())) {
            Files.createDirectories(root.resolve(directory));
        }
        Random random = new Random(1);
        byte[][] contents = new byte[CONTENT_VARIANTS][bytesEach];
        for (byte[] content : contents) {
            random.nextBytes(content);
        }
        IntStream.range(0, keys.size()).parallel().forEach(n -> write(keys.get(n), contents[n % CONTENT_VARIANTS]));
    }

    /** Has the whole file system written out: removing what was never written is several times faster. */
    void sync() throws IOException, InterruptedException {
        Programs.run(root, "sync", "-f", ".");
    }

    /** How many photos' files there are: those in a directory of the layout. */
    long count() throws IOException {
        try (Stream<Path> files = Files.find(root, 2, (path, attributes) -> attributes.isRegularFile())) {
            return files.filter(file -> !file.getParent().equals(root)).count();
        }
    }

    /** The directories that hold files. */
    List<String> directories() throws IOException {
        try (Stream<Path> files = Files.find(root, 2, (path, attributes) -> attributes.isRegularFile())) {
            return files.map(Path::getParent)
                    .filter(directory -> !directory.equals(root))
                    .map(directory -> directory.getFileName().toString())
                    .distinct()
                    .sorted()
                    .toList();
        }
    }

    /** Relative to the root. */
    static String path(UUID key) {
        String name = key.toString();
        return name.substring(name.length() - 3) + '/' + name;
    }

    private void write(UUID key, byte[] content) {
        try {
            Files.write(root.resolve(path(key)), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
