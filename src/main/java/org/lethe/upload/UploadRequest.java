package org.lethe.upload;

import java.util.Optional;
import java.util.UUID;

/**
 * What a client says of the photo that it uploads.
 *
 * @param albumId where it goes
 * @param filename the client's name for it, or null
 * @param contentType the media type that the client declared
 * @param digest the SHA-256 (hexadecimal) that the client expects, when it said so
 */
public record UploadRequest(UUID albumId, String filename, String contentType, Optional<String> digest) {}
