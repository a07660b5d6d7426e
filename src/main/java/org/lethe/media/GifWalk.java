package org.lethe.media;

import java.io.IOException;

/** From block to block to the end, so that every frame is counted (GIF89a, 20 to 24). */
final class GifWalk implements Walk {

    private static final int SIGNATURE_BYTES = 6;
    private static final int EXTENSION = 0x21;
    private static final int IMAGE = 0x2c;
    private static final int TRAILER = 0x3b;

    @Override
    public void through(MediaBytes file, Findings findings) throws IOException {
        file.skip(SIGNATURE_BYTES);
        size(file, findings);
        int packed = file.u8();
        file.skip(2);
        skipColours(packed, file);
        for (int block = file.u8(); block != TRAILER; block = file.u8()) {
            block(block, file, findings);
        }
    }

    private static void size(MediaBytes file, Findings findings) throws IOException {
        int width = file.u16le();
        int height = file.u16le();
        if (width == 0 || height == 0) {
            throw broken();
        }
        findings.size(width, height);
    }

    private static void block(int block, MediaBytes file, Findings findings) throws IOException {
        if (block == IMAGE) {
            file.skip(4);
            findings.frame(file.u16le(), file.u16le());
            skipColours(file.u8(), file);
            file.skip(1);
        } else if (block == EXTENSION) {
            file.skip(1);
        } else {
            throw broken();
        }
        for (int length = file.u8(); length != 0; length = file.u8()) {
            file.skip(length);
        }
    }

    private static void skipColours(int packed, MediaBytes file) throws IOException {
        if ((packed & 0x80) != 0) {
            file.skip(3L << ((packed & 7) + 1));
        }
    }

    private static BrokenMediaException broken() {
        return new BrokenMediaException(MediaFormat.GIF, "its blocks make no picture");
    }
}
