package org.lethe.overview;

import java.time.Instant;
import java.util.UUID;

/**
 * Open failures of one kind, storage and cause.
 *
 * @param id by which the desk knows it; null of all others together
 * @param storage empty when they are about none
 * @param since when the first of them was opened first
 */
public record OpenGroup(UUID id, String kind, String storage, String cause, long open, Instant since) {

    /** All groups beyond those that are told one by one. */
    static final String OTHER = "other";
}
