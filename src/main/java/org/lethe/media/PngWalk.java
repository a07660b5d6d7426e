package org.lethe.media;

import java.io.IOException;

/** From chunk to chunk (W3C PNG, 5.3). Of those that may be packed (iCCP, zTXt, iTXt) none is looked into. */
final class PngWalk implements Walk {

    private static final int SIGNATURE_BYTES = 8;
    private static final int CHECKSUM_BYTES = 4;
    private static final int FRAME_CONTROL_BYTES = 26;

    @Override
    public void through(MediaBytes file, Findings findings) throws IOException {
        file.skip(SIGNATURE_BYTES);
        String name = "";
        while (!name.equals("IEND")) {
            long length = file.u32();
            name = file.name();
            if (length > Integer.MAX_VALUE || (name.equals("IDAT") && !findings.hasSize())) {
                throw broken();
            }
            long end = file.position() + length + CHECKSUM_BYTES;
            chunk(name, length, file, findings);
            file.skipTo(end);
        }
    }

    private static void chunk(String name, long length, MediaBytes file, Findings findings) throws IOException {
        if (name.equals("IHDR") && length == 13 && !findings.hasSize()) {
            long width = file.u32();
            long height = file.u32();
            if (width == 0 || height == 0) {
                throw broken();
            }
            findings.size(width, height);
        } else if (name.equals("fcTL") && length == FRAME_CONTROL_BYTES) {
            file.u32();
            findings.frame(file.u32(), file.u32());
        } else if (name.equals("eXIf") && length <= MOST_EXIF_BYTES) {
            findings.exif(file.bytes((int) length));
        }
    }

    private static BrokenMediaException broken() {
        return new BrokenMediaException(MediaFormat.PNG, "its chunks make no picture");
    }
}
