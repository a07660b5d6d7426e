package org.lethe.deletion;

import java.util.UUID;

/**
 * A file of a removal.
 *
 * @param fileKey the path of the file within its storage
 */
public record AffectedFile(UUID photoId, String fileKey) {}
