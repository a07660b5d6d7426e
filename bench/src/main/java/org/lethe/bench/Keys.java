package org.lethe.bench;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** Keys of files as the product makes them for uploads in a row: a hundred share a directory, then comes the next one. */
final class Keys {

    private static final int NEIGHBOURS = 100;
    private static final int DIRECTORY_MASK = 0xfff;

    private Keys() {}

    static List<UUID> inARow(int count) {
        int first = ThreadLocalRandom.current().nextInt();
        return IntStream.range(0, count)
                .mapToObj(n -> with(UUID.randomUUID(), first + n / NEIGHBOURS))
                .toList();
    }

    private static UUID with(UUID random, int directory) {
        long end = (random.getLeastSignificantBits() & ~(long) DIRECTORY_MASK) | (directory & DIRECTORY_MASK);
        return new UUID(random.getMostSignificantBits(), end);
    }
}
