package org.lethe.deletion;

import java.time.Instant;
import java.util.UUID;

/**
 * A removal that waits for a date.
 *
 * @param files how many files it is about
 * @param because what was wrong, and by which policy it is held
 */
public record HeldRemoval(
        long id, UUID deletionId, String storage, int files, Instant until, String because, Instant since) {}
