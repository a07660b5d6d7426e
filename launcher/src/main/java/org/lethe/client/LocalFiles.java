package org.lethe.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What lies below a directory.
 *
 * @param photos what looks by its name like a photo or a video, in order
 * @param others how many files do not
 */
record LocalFiles(List<Path> photos, long others) {

    private static final String NAMES = ".*\\.(jpe?g|png|gif|webp|hei[cf]|avif|mp4|m4v|mov|qt)";

    /** Looks into every directory below; what begins with a dot is left out, links are not followed. */
    static LocalFiles below(Path directory) throws IOException {
        List<Path> photos = new ArrayList<>();
        long others = 0;
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                if (isPhoto(directory.relativize(file))) {
                    photos.add(file);
                } else {
                    others++;
                }
            }
        }
        return new LocalFiles(photos, others);
    }

    private static boolean isPhoto(Path file) {
        for (Path part : file) {
            if (part.toString().startsWith(".")) {
                return false;
            }
        }
        return file.getFileName().toString().toLowerCase(Locale.ROOT).matches(NAMES);
    }

    long bytes() throws IOException {
        long bytes = 0;
        for (Path photo : photos) {
            bytes += Files.size(photo);
        }
        return bytes;
    }
}
