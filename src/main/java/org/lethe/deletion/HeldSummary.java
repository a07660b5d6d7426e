package org.lethe.deletion;

import java.time.Instant;
import java.util.List;

/**
 * What waits for a date, counted.
 *
 * @param items the soonest first, at most 100
 * @param storages all of it
 */
public record HeldSummary(List<Held> items, List<OnStorage> storages) {

    /** All that is held on a storage. */
    public record OnStorage(String storage, long removals, long files) {}

    /** Removals that wait for the same date for the same reason. */
    public record Held(String storage, String because, Instant until, long removals, long files) {}
}
