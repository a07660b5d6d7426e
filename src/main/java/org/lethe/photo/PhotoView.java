package org.lethe.photo;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.UUID;

/** A photo as clients see it. What its file does not say of itself is null, and left out. */
public record PhotoView(
        UUID id,
        UUID albumId,
        String filename,
        String contentType,
        long bytes,
        String sha256,
        Instant createdAt,
        Integer width,
        Integer height,
        Integer orientation,
        LocalDateTime takenAt,
        String takenOffset,
        String cameraMake,
        String cameraModel) {

    /** Of a photo that is stored. */
    public static PhotoView of(Photo photo) {
        return new PhotoView(
                photo.id(),
                photo.albumId(),
                photo.filename(),
                photo.contentType(),
                photo.bytes(),
                photo.sha256(),
                photo.createdAt(),
                photo.width(),
                photo.height(),
                photo.orientation(),
                photo.takenAt(),
                photo.takenOffset(),
                photo.cameraMake(),
                photo.cameraModel());
    }
}
