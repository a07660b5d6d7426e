package org.lethe.demo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The pictures that are shown: a person's own, which are only read, or drawn ones, which are removed on closing. */
record Album(List<Picture> pictures, List<Path> temporary) implements AutoCloseable {

    private static final int FORMATS = 6;
    private static final List<String> SHIPPED = List.of("dusk.webp", "evening.webp", "mist.webp");

    static Album of(List<Path> files) {
        return new Album(files.stream().map(Picture::new).toList(), List.of());
    }

    /** Draws landscapes in several sizes: JPEG with EXIF, PNG, and a WebP now and then. */
    static Album drawn(int count) throws IOException {
        Path directory = Files.createTempDirectory("lethe-demo");
        List<Picture> pictures = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            pictures.add(new Picture(drawn(directory, n)));
        }
        return new Album(pictures, List.of(directory));
    }

    private static Path drawn(Path directory, int n) throws IOException {
        return switch (n % FORMATS) {
            case FORMATS - 1 -> shipped(directory, n);
            case FORMATS - 2 -> Landscape.png(directory.resolve("hills-%04d.png".formatted(n)), n);
            default -> Landscape.jpeg(directory.resolve("hills-%04d.jpg".formatted(n)), n);
        };
    }

    /** The Java platform writes no WebP, so some are shipped. */
    private static Path shipped(Path directory, int n) throws IOException {
        String name = SHIPPED.get(n / FORMATS % SHIPPED.size());
        Path file = directory.resolve("%04d-%s".formatted(n, name));
        try (InputStream picture = Album.class.getResourceAsStream(name)) {
            Files.copy(picture, file);
        }
        // behind the picture's end, so that no two are alike: the same bytes again would be found, not kept
        return Files.writeString(file, "%04d".formatted(n), StandardOpenOption.APPEND);
    }

    long bytes() throws IOException {
        long bytes = 0;
        for (Picture picture : pictures) {
            bytes += Files.size(picture.file());
        }
        return bytes;
    }

    @Override
    public void close() throws IOException {
        for (Path directory : temporary) {
            try (Stream<Path> files = Files.list(directory)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(directory);
        }
    }
}
