package org.lethe.deletion;

import java.time.Instant;
import java.util.List;

/** What waits for a date, counted; the soonest first, at most 100. */
public record HeldSummary(List<Held> items) {

    /** Removals that wait for the same date for the same reason. */
    public record Held(String storage, String because, Instant until, long removals, long files) {}
}
