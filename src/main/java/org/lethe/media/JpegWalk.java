package org.lethe.media;

import java.io.IOException;
import java.util.Arrays;

/** From marker to marker up to the picture itself (ITU T.81, annex B). */
final class JpegWalk implements Walk {

    private static final int APP1 = 0xe1;
    private static final int START_OF_SCAN = 0xda;
    private static final int END_OF_IMAGE = 0xd9;
    private static final byte[] EXIF = {'E', 'x', 'i', 'f', 0, 0};

    @Override
    public void through(MediaBytes file, Findings findings) throws IOException {
        file.skip(2);
        for (int marker = marker(file); marker != START_OF_SCAN; marker = marker(file)) {
            int length = file.u16() - 2;
            if (length < 0 || marker == END_OF_IMAGE || marker < 0xc0) {
                throw broken();
            }
            segment(marker, length, file, findings);
        }
        if (!findings.hasSize()) {
            throw broken();
        }
    }

    private static int marker(MediaBytes file) throws IOException {
        if (file.u8() != 0xff) {
            throw broken();
        }
        int marker = file.u8();
        while (marker == 0xff) {
            marker = file.u8();
        }
        return marker;
    }

    private static void segment(int marker, int length, MediaBytes file, Findings findings) throws IOException {
        long end = file.position() + length;
        if (isFrame(marker) && length >= 6) {
            file.u8();
            int height = file.u16();
            int width = file.u16();
            requireSize(width, height);
            findings.size(width, height);
        } else if (marker == APP1 && length > EXIF.length && Arrays.equals(file.bytes(EXIF.length), EXIF)) {
            findings.exif(file.bytes(length - EXIF.length));
        }
        file.skipTo(end);
    }

    /** SOF0 to SOF15, without DHT, JPG and DAC, which lie between them. */
    private static boolean isFrame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    private static void requireSize(int width, int height) {
        if (width == 0 || height == 0) {
            throw broken();
        }
    }

    private static BrokenMediaException broken() {
        return new BrokenMediaException(MediaFormat.JPEG, "its segments make no picture");
    }
}
