package org.lethe.thumbnail;

import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.lethe.media.MediaFormat;

/**
 * Decodes a picture with no more memory than a thumbnail needs: of a large one, only every second, third … pixel is
 * kept. Its size is asked before anything is decoded. Nothing is written to a disk.
 */
final class DecodePicture {

    /** What is kept of a picture, at 3 or 4 bytes each; a usual camera's picture as a whole. */
    private static final long MOST_KEPT_PIXELS = 16_000_000;

    /** The decoder of WebP holds the whole picture, whatever is kept of it. */
    private static final long MOST_WEBP_PIXELS = 40_000_000;

    private DecodePicture() {}

    static BufferedImage of(InputStream bytes, MediaFormat format, long maxPixels)
            throws IOException, NotDrawableException {
        ImageReader reader = reader(format);
        try (ImageInputStream input = new MemoryCacheImageInputStream(bytes)) {
            reader.setInput(input, true, true);
            long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
            long most = format == MediaFormat.WEBP ? Math.min(MOST_WEBP_PIXELS, maxPixels) : maxPixels;
            if (pixels > most) {
                throw new NotDrawableException("it has " + pixels + " pixels, and at most " + most + " are drawn");
            }
            ImageReadParam every = reader.getDefaultReadParam();
            int nth = (int) Math.ceil(Math.sqrt((double) pixels / MOST_KEPT_PIXELS));
            every.setSourceSubsampling(Math.max(1, nth), Math.max(1, nth), 0, 0);
            return reader.read(0, every);
        } finally {
            reader.dispose();
        }
    }

    /** Made here and not looked up: a registry of the server's knows nothing of what an application brings. */
    private static ImageReader reader(MediaFormat format) throws IOException, NotDrawableException {
        return switch (format) {
            case JPEG -> jpegReader();
            case WEBP -> new WebPImageReaderSpi().createReaderInstance();
            case PNG, GIF ->
                ImageIO.getImageReadersByMIMEType(format.contentType()).next();
            default -> throw new NotDrawableException("no decoder for " + format.contentType());
        };
    }

    /** It builds upon the platform's, which it finds when it is told of the registry; it is not put into that. */
    private static ImageReader jpegReader() throws IOException {
        JPEGImageReaderSpi jpeg = new JPEGImageReaderSpi();
        jpeg.onRegistration(IIORegistry.getDefaultInstance(), ImageReaderSpi.class);
        return jpeg.createReaderInstance();
    }
}
