package org.lethe.it;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** What a camera writes into a picture, as little of it as makes sense (TIFF 6.0, big-endian). */
final class Exif {
    private static final int ASCII = 2;
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int ENTRY_BYTES = 12;
    private static final int MAIN_ENTRIES = 4;

    private final ByteArrayOutputStream values = new ByteArrayOutputStream();
    private final ByteBuffer directories;
    private final int valuesFrom;

    private Exif() {
        valuesFrom = 8 + (2 + MAIN_ENTRIES * ENTRY_BYTES + 4) + (2 + 2 * ENTRY_BYTES + 4);
        directories = ByteBuffer.allocate(valuesFrom);
    }

    /** The payload of a JPEG's APP1 segment. */
    static byte[] of(String make, String model, int orientation, String time, String offset) {
        return new Exif().build(make, model, orientation, time, offset);
    }

    private byte[] build(String make, String model, int orientation, String time, String offset) {
        directories
                .put("MM".getBytes(StandardCharsets.US_ASCII))
                .putShort((short) 42)
                .putInt(8);
        directories.putShort((short) MAIN_ENTRIES);
        text(0x010f, make);
        text(0x0110, model);
        entry(0x0112, SHORT, 1).putShort((short) orientation).putShort((short) 0);
        entry(0x8769, LONG, 1).putInt(8 + 2 + MAIN_ENTRIES * ENTRY_BYTES + 4);
        directories.putInt(0);
        directories.putShort((short) 2);
        text(0x9003, time);
        text(0x9011, offset);
        directories.putInt(0);
        ByteArrayOutputStream exif = new ByteArrayOutputStream();
        exif.writeBytes("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        exif.writeBytes(directories.array());
        exif.writeBytes(values.toByteArray());
        return exif.toByteArray();
    }

    private void text(int tag, String text) {
        byte[] bytes = (text + '\0').getBytes(StandardCharsets.UTF_8);
        entry(tag, ASCII, bytes.length);
        if (bytes.length <= 4) {
            directories.put(bytes).put(new byte[4 - bytes.length]);
        } else {
            directories.putInt(valuesFrom + values.size());
            values.writeBytes(bytes);
        }
    }

    private ByteBuffer entry(int tag, int type, int count) {
        return directories.putShort((short) tag).putShort((short) type).putInt(count);
    }
}
