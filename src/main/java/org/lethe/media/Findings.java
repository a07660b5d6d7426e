package org.lethe.media;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Gathers what is found on the way through one file, and stops the way where it says too much. One thread. */
final class Findings {

    /** An animation may have as many pixels in all its frames as so many pictures. */
    private static final int MOST_PICTURES = 16;

    private final long maxPixels;
    private MediaFacts facts = MediaFacts.NONE;
    private long framePixels;

    Findings(long maxPixels) {
        this.maxPixels = maxPixels;
    }

    /** The size of the picture; of several, the largest counts. */
    void size(long width, long height) {
        require(pixels(width, height), maxPixels);
        if (facts.width() == null || width * height > (long) facts.width() * facts.height()) {
            facts = facts.withSize((int) width, (int) height);
        }
    }

    /** One frame of an animation. */
    void frame(long width, long height) {
        require(pixels(width, height), maxPixels);
        framePixels += width * height;
        require(framePixels, MOST_PICTURES * maxPixels);
    }

    /** A TIFF structure with EXIF in it; the first counts. */
    void exif(byte[] tiff) {
        if (facts.takenAt() == null && facts.cameraModel() == null && facts.orientation() == null) {
            facts = Exif.in(tiff).withSizeOf(facts);
        }
    }

    void taken(Instant at) {
        facts = facts.withTime(LocalDateTime.ofInstant(at, ZoneOffset.UTC), ZoneOffset.UTC);
    }

    boolean hasSize() {
        return facts.width() != null;
    }

    MediaFacts facts() {
        return facts;
    }

    private static long pixels(long width, long height) {
        return width > Integer.MAX_VALUE || height > Integer.MAX_VALUE ? Long.MAX_VALUE : width * height;
    }

    private static void require(long pixels, long most) {
        if (pixels > most) {
            throw new TooManyPixelsException(pixels, most);
        }
    }
}
