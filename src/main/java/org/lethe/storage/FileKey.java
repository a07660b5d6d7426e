package org.lethe.storage;

import static java.util.Objects.requireNonNull;

import java.util.UUID;
import java.util.stream.IntStream;

/**
 * The name of a file on every storage: made by the server, random, never used again, never taken from a user's input.
 */
public record FileKey(UUID id) implements Comparable<FileKey> {

    private static final int PREFIX_MASK = 0xfff;
    private static final String[] PREFIXES =
            IntStream.rangeClosed(0, PREFIX_MASK).mapToObj("%03x"::formatted).toArray(String[]::new);

    public FileKey {
        requireNonNull(id);
    }

    public static FileKey random() {
        return new FileKey(UUID.randomUUID());
    }

    /** @throws IllegalArgumentException when the text is not a UUID */
    public static FileKey parse(String text) {
        return new FileKey(UUID.fromString(text));
    }

    /** The path within a storage, such as {@code a1f/0b0e…-…a1f}: from the key's random end, so that it spreads evenly. */
    public String path() {
        return prefix() + "/" + id;
    }

    String prefix() {
        return PREFIXES[prefixNumber()];
    }

    /** The last three hexadecimal digits: 4,096 directories. */
    int prefixNumber() {
        return (int) id.getLeastSignificantBits() & PREFIX_MASK;
    }

    /** By path, so that the files of one directory are neighbours. */
    @Override
    public int compareTo(FileKey other) {
        int byPrefix = Integer.compare(prefixNumber(), other.prefixNumber());
        return byPrefix != 0 ? byPrefix : id.compareTo(other.id);
    }

    @Override
    public String toString() {
        return id.toString();
    }
}
