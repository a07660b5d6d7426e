package org.lethe.photo;

import java.time.Instant;
import java.util.UUID;

/** A photo as clients see it. */
public record PhotoView(
        UUID id, UUID albumId, String filename, String contentType, long bytes, String sha256, Instant createdAt) {

    /** Of a photo that is stored. */
    public static PhotoView of(Photo photo) {
        return new PhotoView(
                photo.id(),
                photo.albumId(),
                photo.filename(),
                photo.contentType(),
                photo.bytes(),
                photo.sha256(),
                photo.createdAt());
    }
}
