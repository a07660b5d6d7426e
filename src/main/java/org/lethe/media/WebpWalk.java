package org.lethe.media;

import java.io.IOException;

/** From chunk to chunk (RFC 9649). Both the canvas and what is drawn on it are held against the limit. */
final class WebpWalk implements Walk {

    private static final int RIFF_HEADER_BYTES = 12;
    private static final int EXIF_PREFIX_BYTES = 6;

    @Override
    public void through(MediaBytes file, Findings findings) throws IOException {
        file.skip(4);
        long end = file.u32le() + 8;
        file.skipTo(RIFF_HEADER_BYTES);
        while (file.position() < end) {
            String name = file.name();
            long length = file.u32le();
            long next = file.position() + length + (length & 1);
            chunk(name, length, file, findings);
            file.skipTo(next);
        }
    }

    private static void chunk(String name, long length, MediaBytes file, Findings findings) throws IOException {
        if (name.equals("VP8X") && length >= 10) {
            file.skip(4);
            findings.size(file.u24le() + 1L, file.u24le() + 1L);
        } else if (name.equals("VP8L") && length >= 5) {
            file.skip(1);
            long bits = file.u32le();
            findings.size((bits & 0x3fff) + 1, (bits >> 14 & 0x3fff) + 1);
        } else if (name.equals("VP8 ") && length >= 10) {
            file.skip(6);
            findings.size(file.u16le() & 0x3fff, file.u16le() & 0x3fff);
        } else if (name.equals("ANMF") && length >= 16) {
            file.skip(6);
            findings.frame(file.u24le() + 1L, file.u24le() + 1L);
        } else if (name.equals("EXIF") && length > EXIF_PREFIX_BYTES && length <= MOST_EXIF_BYTES) {
            findings.exif(file.bytes((int) length));
        }
    }
}
