package org.lethe.upload;

import java.util.Optional;
import java.util.UUID;

/**
 * What a client says of the photo that it uploads.
 *
 * @param albumId where it goes
 * @param filename the client's name for it, or null
 * @param announcedBytes how many bytes will come; negative when the client did not say so
 * @param digest the SHA-256 (hexadecimal) that the client expects, when it said so
 */
public record UploadRequest(UUID albumId, String filename, long announcedBytes, Optional<String> digest) {}
