package org.lethe.media;

/** A file begins like one of its format and goes on like none. */
public final class BrokenMediaException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BrokenMediaException(MediaFormat format, String what) {
        super("It begins like " + format.contentType() + ", but " + what + ".");
    }
}
