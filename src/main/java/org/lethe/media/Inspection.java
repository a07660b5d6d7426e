package org.lethe.media;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads what a file says of itself, in one pass from its first byte and without keeping it: at most 256 KiB at any time,
 * whatever the file claims. Sizes are held against the limit as soon as they are read, before anything could be decoded.
 * Texts that are packed are never unpacked, so nothing can grow.
 */
public final class Inspection {

    private final long maxPixels;

    /** @param maxPixels of one picture; the frames of an animation may have 16 times as many together */
    public Inspection(long maxPixels) {
        this.maxPixels = maxPixels;
    }

    /**
     * Reads as far into the file as there is something to learn; the rest is left in the stream.
     *
     * @throws BrokenMediaException when a file that can be decoded does not hold together as far as its size
     * @throws TooManyPixelsException when it claims more pixels than are allowed
     * @throws IOException when the stream fails otherwise than by ending
     */
    public MediaFacts of(MediaFormat format, InputStream file) throws IOException {
        Findings findings = new Findings(maxPixels);
        try {
            Walk.of(format).through(new MediaBytes(file), findings);
        } catch (EOFException shorter) {
            // what was found until then counts, if it is enough
        }
        if (format.isDecodable() && !findings.hasSize()) {
            throw new BrokenMediaException(format, "it ends before it says how large the picture is");
        }
        return findings.facts();
    }
}
