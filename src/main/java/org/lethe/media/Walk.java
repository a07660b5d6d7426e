package org.lethe.media;

import java.io.EOFException;
import java.io.IOException;

/** The way through a file of one format, from its first byte on. */
@FunctionalInterface
interface Walk {

    /** No EXIF of a camera is larger: JPEG has no room for more. */
    int MOST_EXIF_BYTES = 64 << 10;

    /**
     * Goes on until nothing more is to be learned; what follows is left unread.
     *
     * @throws EOFException when the file ends before
     * @throws BrokenMediaException when it is not of the format
     */
    void through(MediaBytes file, Findings findings) throws IOException;

    static Walk of(MediaFormat format) {
        return switch (format) {
            case JPEG -> new JpegWalk();
            case PNG -> new PngWalk();
            case GIF -> new GifWalk();
            case WEBP -> new WebpWalk();
            case HEIC, AVIF -> new HeifWalk();
            case MP4, MOV -> new MovieWalk();
        };
    }
}
