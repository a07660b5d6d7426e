package org.lethe.thumbnail;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import net.coobird.thumbnailator.Thumbnails;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.Orientation;
import org.lethe.media.MediaFormat;
import org.lethe.photo.PhotoFile;
import org.lethe.settings.LetheSettings;
import org.lethe.settings.ThumbnailSettings;

/**
 * Draws the thumbnails of a picture: upright, in sRGB on white, as JPEG, and with nothing of what the original says
 * beside its pixels: neither where it was taken nor by what. A picture that is small already is not made larger.
 */
@Dependent
class DrawThumbnails {

    private final ThumbnailSettings settings;

    @Inject
    DrawThumbnails(LetheSettings settings) {
        this(settings.thumbnail());
    }

    DrawThumbnails(ThumbnailSettings settings) {
        this.settings = settings;
    }

    /**
     * Draws every size, and reads no more of the original than that takes.
     *
     * @param orientation as in Exif, 1 to 8; anything else counts as 1
     * @throws NotDrawableException when it is broken, or has more pixels than {@code lethe.thumbnail.max-pixels}
     */
    Map<PhotoFile.Kind, byte[]> of(InputStream original, MediaFormat format, int orientation)
            throws NotDrawableException {
        try {
            BufferedImage picture = DecodePicture.of(original, format, settings.maxPixels());
            BufferedImage large = upright(within(settings.large(), picture), orientation);
            BufferedImage small = within(settings.small(), large);
            return Map.of(
                    PhotoFile.Kind.LARGE,
                    EncodePicture.asJpeg(large),
                    PhotoFile.Kind.SMALL,
                    EncodePicture.asJpeg(small));
        } catch (IOException | RuntimeException broken) { // decoders answer broken bytes with whatever happens to them
            throw new NotDrawableException("it cannot be decoded: " + broken, broken);
        }
    }

    private static BufferedImage within(int pixels, BufferedImage picture) throws IOException {
        int longest = Math.max(picture.getWidth(), picture.getHeight());
        return longest <= pixels
                ? picture
                : Thumbnails.of(picture)
                        .size(pixels, pixels)
                        .imageType(BufferedImage.TYPE_INT_ARGB)
                        .asBufferedImage();
    }

    private static BufferedImage upright(BufferedImage picture, int orientation) {
        return orientation < 2 || orientation > 8
                ? picture
                : ExifFilterUtils.getFilterForOrientation(Orientation.typeOf(orientation))
                        .apply(picture);
    }
}
