package org.lethe.media;

import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * What a file's header says. Any member may be null: the file does not say it. Texts are of printable characters, at
 * most {@value Wording#MOST} of them; nothing of it is to be trusted.
 *
 * @param width pixels as they are stored, before any turning
 * @param height pixels as they are stored, before any turning
 * @param orientation how to turn and mirror it to be seen upright: 1 to 8, as in EXIF
 * @param takenAt the time on the camera's clock, where it was
 * @param takenOffset that clock's distance from UTC
 */
public record MediaFacts(
        Integer width,
        Integer height,
        Integer orientation,
        LocalDateTime takenAt,
        ZoneOffset takenOffset,
        String cameraMake,
        String cameraModel) {

    /** Nothing is known. */
    public static final MediaFacts NONE = new MediaFacts(null, null, null, null, null, null, null);

    MediaFacts withSize(int newWidth, int newHeight) {
        return new MediaFacts(newWidth, newHeight, orientation, takenAt, takenOffset, cameraMake, cameraModel);
    }

    MediaFacts withTime(LocalDateTime time, ZoneOffset offset) {
        return new MediaFacts(width, height, orientation, time, offset, cameraMake, cameraModel);
    }

    MediaFacts withSizeOf(MediaFacts other) {
        return new MediaFacts(other.width, other.height, orientation, takenAt, takenOffset, cameraMake, cameraModel);
    }
}
