package org.lethe.bench.load;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Random;
import javax.imageio.ImageIO;

/** JPEG files, no two alike: a small picture, and a comment of random bytes that makes up its size. */
final class Pictures {

    private static final int SIDE = 64;
    private static final int MOST_COMMENT = 32 * 1024;
    private static final short COMMENT = (short) 0xFFFE;
    private static final int START_BYTES = 2;

    private final byte[] picture = picture();

    byte[] next(Random random) {
        byte[] comment = new byte[1024 + random.nextInt(MOST_COMMENT)];
        random.nextBytes(comment);
        ByteBuffer file = ByteBuffer.allocate(picture.length + Integer.BYTES + comment.length);
        file.put(picture, 0, START_BYTES);
        file.putShort(COMMENT).putShort((short) (comment.length + Short.BYTES)).put(comment);
        file.put(picture, START_BYTES, picture.length - START_BYTES);
        return file.array();
    }

    private static byte[] picture() {
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        for (int at = 0; at < SIDE * SIDE; at++) {
            image.setRGB(at % SIDE, at / SIDE, at * 4096);
        }
        try {
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            ImageIO.write(image, "jpeg", file);
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
