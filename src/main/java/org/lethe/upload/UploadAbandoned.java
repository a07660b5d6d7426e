package org.lethe.upload;

import java.util.UUID;

/**
 * An upload has failed or was never finished, and its row says so. Fired inside of the transaction that says so: what
 * an observer writes and sends is committed with it or not at all.
 */
public record UploadAbandoned(UUID photoId, UUID ownerId) {}
