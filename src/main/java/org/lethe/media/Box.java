package org.lethe.media;

import java.io.EOFException;
import java.io.IOException;

/**
 * The head of a box (ISO/IEC 14496-12, 4.2).
 *
 * @param end where the next one begins
 */
record Box(String name, long end) {

    /** Reads the head of the box that begins here. */
    static Box next(MediaBytes file) throws IOException {
        long start = file.position();
        long size = file.u32();
        String name = file.name();
        long whole = size == 1 ? file.i64() : size;
        if (size == 0) {
            return new Box(name, Long.MAX_VALUE); // up to the end of the file
        }
        if (whole < file.position() - start || whole > Long.MAX_VALUE / 2) {
            throw new EOFException("a box that makes no sense ends what can be understood");
        }
        return new Box(name, start + whole);
    }

    boolean is(String wanted) {
        return name.equals(wanted);
    }

    long bytesLeft(MediaBytes file) {
        return end - file.position();
    }

    /** Goes on after it. */
    void skip(MediaBytes file) throws IOException {
        if (file.position() > end) {
            throw new EOFException("a box reaches beyond the one that it lies in");
        }
        file.skipTo(end);
    }
}
