package org.lethe.storage;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What stands in the file {@code .lethe-storage} in the root of a storage, so that an empty mount point, or a disk in
 * another one's place, is never taken for a storage whose files are gone.
 */
record Marker(StorageId storage, UUID identity) {

    static final String FILE_NAME = ".lethe-storage";

    private static final String STORAGE = "storage";
    private static final String IDENTITY = "identity";

    static Marker fresh(StorageId storage) {
        return new Marker(storage, UUID.randomUUID());
    }

    /** The marker in this text, or empty when it is none. */
    static Optional<Marker> parse(String text) {
        Map<String, String> lines = text.lines()
                .filter(Predicate.not(String::isBlank))
                .map(line -> line.split("=", 2))
                .filter(parts -> parts.length == 2)
                .collect(Collectors.toMap(parts -> parts[0].strip(), parts -> parts[1].strip(), (one, two) -> two));
        try {
            return Optional.of(new Marker(
                    StorageId.of(lines.getOrDefault(STORAGE, "")), UUID.fromString(lines.getOrDefault(IDENTITY, ""))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    String text() {
        return STORAGE + "=" + storage.wireName() + "\n" + IDENTITY + "=" + identity + "\n";
    }
}
