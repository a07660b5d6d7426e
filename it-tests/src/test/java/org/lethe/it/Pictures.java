package org.lethe.it;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;

/** Small real pictures, since nothing else is taken for a photo. */
public final class Pictures {
    private static final int COMMENT = 0xfe;
    private static final int APP1 = 0xe1;
    private static final byte[] TINY = drawn("jpeg", 8, 8);

    private Pictures() {}

    /** A JPEG of a few hundred bytes with this comment in it: no two comments, no two files. */
    public static byte[] saying(String comment) {
        return with(COMMENT, comment.getBytes(StandardCharsets.UTF_8));
    }

    /** A JPEG with the EXIF of a camera: turned by 90 degrees, taken on 17 May 2024 at 14:30:15, two hours before UTC. */
    public static byte[] taken() {
        return with(APP1, Exif.of("Lethe", "Styx 1", 6, "2024:05:17 14:30:15", "+02:00"));
    }

    /** What begins as a HEIC and is of a few bytes: kept as it is, so it has no thumbnails, and one file only. */
    public static byte[] withoutThumbnails(String comment) {
        return ("\0\0\0\24ftypheic\0\0\0\0mif1" + comment).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** A JPEG of this many bytes: what follows the picture is nothing. */
    public static byte[] ofSize(int bytes) {
        return Arrays.copyOf(TINY, bytes);
    }

    /** A drawn picture in a format that the Java platform writes: jpeg, png, gif. */
    public static byte[] drawn(String format, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < width; x++) {
            image.setRGB(x, x * height / width, 0xffffff * x);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] with(int marker, byte[] content) {
        byte[] head = ByteBuffer.allocate(6)
                .put(TINY, 0, 2)
                .put((byte) 0xff)
                .put((byte) marker)
                .putShort((short) (content.length + 2))
                .array();
        return joined(head, content, Arrays.copyOfRange(TINY, 2, TINY.length));
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
