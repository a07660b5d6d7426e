package org.lethe.storage;

import static java.util.Objects.requireNonNull;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * The name of a file on every storage: made by the server, random, never used again, never taken from a user's input.
 */
public record FileKey(UUID id) {

    private static final int PREFIX_MASK = 0xfff;
    private static final int NEIGHBOURS = 100;
    private static final AtomicInteger MADE = new AtomicInteger(new SecureRandom().nextInt());
    private static final String[] PREFIXES =
            IntStream.rangeClosed(0, PREFIX_MASK).mapToObj("%03x"::formatted).toArray(String[]::new);

    public FileKey {
        requireNonNull(id);
    }

    /**
     * A new key. Keys made one after the other share a directory for a while, and are otherwise random: an album's files
     * then lie in few directories, and a removal has few to sync (3 µs a file instead of 500 µs, for batches of 500).
     */
    public static FileKey random() {
        UUID random = UUID.randomUUID();
        int prefix = Math.floorDiv(MADE.getAndIncrement(), NEIGHBOURS) & PREFIX_MASK;
        return new FileKey(new UUID(
                random.getMostSignificantBits(), random.getLeastSignificantBits() & ~(long) PREFIX_MASK | prefix));
    }

    /** @throws IllegalArgumentException when the text is not a UUID */
    public static FileKey parse(String text) {
        return new FileKey(UUID.fromString(text));
    }

    /** The path within a storage, such as {@code a1f/0b0e…-…a1f}: from the key's end. */
    public String path() {
        return prefix() + "/" + id;
    }

    /** The last three hexadecimal digits: one of 4,096 directories. */
    String prefix() {
        return PREFIXES[(int) id.getLeastSignificantBits() & PREFIX_MASK];
    }

    @Override
    public String toString() {
        return id.toString();
    }
}
