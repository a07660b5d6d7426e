package org.lethe.media;

/** A file claims to hold more pixels than are allowed. */
public final class TooManyPixelsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final long pixels;

    TooManyPixelsException(long pixels, long maxPixels) {
        super("it says that it has " + pixels + " pixels; at most " + maxPixels + " are accepted");
        this.pixels = pixels;
    }

    public long pixels() {
        return pixels;
    }
}
