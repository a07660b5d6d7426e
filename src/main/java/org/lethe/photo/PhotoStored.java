package org.lethe.photo;

import java.util.UUID;
import org.lethe.media.MediaFormat;

/**
 * A photo is live from here on. Fired inside of the transaction that says so: what an observer writes and sends is
 * committed with it or not at all.
 */
public record PhotoStored(UUID photoId, MediaFormat format) {}
