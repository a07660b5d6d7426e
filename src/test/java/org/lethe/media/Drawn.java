package org.lethe.media;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;

/** Small files of every format. */
final class Drawn {

    private Drawn() {}

    /** In a format that the Java platform writes. */
    static byte[] picture(String format, int width, int height) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, bytes);
        return bytes.toByteArray();
    }

    static byte[] jpegWith(byte[] segment) throws IOException {
        byte[] jpeg = picture("jpeg", 40, 30);
        ByteBuffer head =
                ByteBuffer.allocate(6).put(jpeg, 0, 2).putShort((short) 0xffe1).putShort((short) (segment.length + 2));
        return joined(head.array(), segment, java.util.Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    /** A picture as phones keep it, with its EXIF behind the description; 64 by 48 tiles of a 640 by 480 picture. */
    static byte[] heic(byte[] exif) {
        byte[] infe = fullBox("infe", 2, new byte[] {0, 7, 0, 0}, ascii("Exif"), new byte[1]);
        byte[] iinf = fullBox("iinf", 0, new byte[] {0, 1}, infe);
        byte[] sizes = joined(ispe(64, 48), ispe(640, 480));
        byte[] iprp = box("iprp", box("ipco", sizes));
        byte[] ftyp = box("ftyp", ascii("heic"), new byte[4], ascii("mif1"), ascii("heic"));
        int ilocBytes = 8 + 4 + 2 + 2 + 2 + 2 + 2 + 4 + 4;
        int metaBytes = 8 + 4 + iinf.length + iprp.length + ilocBytes;
        int exifAt = ftyp.length + metaBytes + 8;
        byte[] location = ByteBuffer.allocate(18)
                .putShort((short) 0x4400)
                .putShort((short) 1)
                .putShort((short) 7)
                .putShort((short) 0)
                .putShort((short) 1)
                .putInt(exifAt)
                .putInt(exif.length + 4)
                .array();
        byte[] meta = fullBox("meta", 0, iinf, iprp, fullBox("iloc", 0, location));
        return joined(ftyp, meta, box("mdat", new byte[4], exif));
    }

    /** A movie of 1920 by 1080, made at that second since 1904. */
    static byte[] movie(String brand, long seconds) {
        byte[] mvhd =
                fullBox("mvhd", 0, ByteBuffer.allocate(96).putInt((int) seconds).array());
        byte[] tkhd = fullBox(
                "tkhd",
                0,
                ByteBuffer.allocate(80)
                        .putInt(72, 1920 << 16)
                        .putInt(76, 1080 << 16)
                        .array());
        return joined(
                box("ftyp", ascii(brand), new byte[4], ascii(brand)),
                box("mdat", new byte[5000]),
                box("moov", mvhd, box("trak", tkhd)));
    }

    static byte[] webp(String chunk, byte[] payload) {
        ByteBuffer file = ByteBuffer.allocate(20 + payload.length).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        return file.put(ascii("RIFF"))
                .putInt(12 + payload.length)
                .put(ascii("WEBP"))
                .put(ascii(chunk))
                .putInt(payload.length)
                .put(payload)
                .array();
    }

    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] ispe(int width, int height) {
        return fullBox(
                "ispe", 0, ByteBuffer.allocate(8).putInt(width).putInt(height).array());
    }

    private static byte[] fullBox(String name, int version, byte[]... contents) {
        return box(name, new byte[] {(byte) version, 0, 0, 0}, joined(contents));
    }

    private static byte[] box(String name, byte[]... contents) {
        byte[] content = joined(contents);
        return ByteBuffer.allocate(8 + content.length)
                .putInt(8 + content.length)
                .put(ascii(name))
                .put(content)
                .array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
