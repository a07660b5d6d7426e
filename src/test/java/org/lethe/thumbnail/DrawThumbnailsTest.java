package org.lethe.thumbnail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lethe.media.MediaFormat;
import org.lethe.photo.PhotoFile;
import org.lethe.settings.ThumbnailSettings;

class DrawThumbnailsTest {

    /** One red pixel, encoded by the reference encoder. */
    private static final String WEBP = "UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA";

    private final DrawThumbnails draw = new DrawThumbnails(new ThumbnailSettings(1, 100, 400, 1 << 20, 30_000_000));

    @ParameterizedTest
    @CsvSource({"JPEG, jpeg", "PNG, png", "GIF, gif"})
    void bothSizesShouldKeepTheShape(MediaFormat format, String writer) throws Exception {
        Map<PhotoFile.Kind, byte[]> drawn = thumbnails(encoded(halves(800, 600), writer), format, 1);

        assertThat(drawn).containsOnlyKeys(PhotoFile.Kind.SMALL, PhotoFile.Kind.LARGE);
        assertSize(drawn.get(PhotoFile.Kind.LARGE), 400, 300);
        assertSize(drawn.get(PhotoFile.Kind.SMALL), 100, 75);
        assertThat(drawn.values())
                .allSatisfy(bytes -> assertThat(MediaFormat.of(bytes)).contains(MediaFormat.JPEG));
    }

    @Test
    void webpShouldBeDrawn() throws Exception {
        assertSize(
                thumbnails(Base64.getDecoder().decode(WEBP), MediaFormat.WEBP, 1)
                        .get(PhotoFile.Kind.SMALL),
                1,
                1);
    }

    @Test
    void aSmallPictureShouldNotGrow() throws Exception {
        assertSize(
                thumbnails(encoded(halves(60, 20), "png"), MediaFormat.PNG, 1).get(PhotoFile.Kind.LARGE), 60, 20);
    }

    @ParameterizedTest(name = "orientation {0}: red is {1}")
    @CsvSource({"1, left", "2, right", "3, right", "4, left", "5, top", "6, top", "7, bottom", "8, bottom", "99, left"})
    void aTurnedPictureShouldStandUpright(int orientation, String redIs) throws Exception {
        BufferedImage upright = decoded(thumbnails(encoded(halves(80, 40), "png"), MediaFormat.PNG, orientation)
                .get(PhotoFile.Kind.LARGE));

        int right = upright.getWidth() - 4;
        int bottom = upright.getHeight() - 4;
        assertThat(isRed(upright, 3, 3)).isEqualTo(redIs.equals("left") || redIs.equals("top"));
        assertThat(isRed(upright, right, 3)).isEqualTo(redIs.equals("right") || redIs.equals("top"));
        assertThat(isRed(upright, 3, bottom)).isEqualTo(redIs.equals("left") || redIs.equals("bottom"));
    }

    @Test
    void whatShinesThroughShouldBeWhite() throws Exception {
        BufferedImage transparent = new BufferedImage(200, 200, BufferedImage.TYPE_INT_ARGB);

        BufferedImage drawn = decoded(
                thumbnails(encoded(transparent, "png"), MediaFormat.PNG, 1).get(PhotoFile.Kind.SMALL));

        assertThat(new Color(drawn.getRGB(50, 50))).isEqualTo(Color.WHITE);
    }

    @Test
    void aLargePictureShouldBeDrawnFromEveryNthPixel() throws Exception {
        byte[] large = encoded(new BufferedImage(6000, 4800, BufferedImage.TYPE_BYTE_GRAY), "png");

        assertSize(thumbnails(large, MediaFormat.PNG, 1).get(PhotoFile.Kind.LARGE), 400, 320);
    }

    @Test
    void moreThanTheLimitOfPixelsShouldNotBeDecoded() throws IOException {
        byte[] bomb = encoded(new BufferedImage(6000, 5001, BufferedImage.TYPE_BYTE_BINARY), "png");

        assertThatThrownBy(() -> thumbnails(bomb, MediaFormat.PNG, 1))
                .isInstanceOf(NotDrawableException.class)
                .hasMessageContaining("30006000 pixels");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HEIC", "AVIF", "MP4", "MOV"})
    void whatHasNoDecoderShouldNotBeDrawn(MediaFormat format) {
        assertThatThrownBy(() -> thumbnails(new byte[100], format, 1)).isInstanceOf(NotDrawableException.class);
    }

    @ParameterizedTest
    @CsvSource({"JPEG, jpeg", "PNG, png", "GIF, gif"})
    void brokenBytesShouldNotBeDrawnAndDoNothingElse(MediaFormat format, String writer) throws IOException {
        byte[] whole = encoded(halves(300, 200), writer);
        byte[] head = Arrays.copyOf(whole, 40);
        byte[] garbage = whole.clone();
        Arrays.fill(garbage, 30, garbage.length, (byte) 0x5a);

        assertThatThrownBy(() -> thumbnails(head, format, 1)).isInstanceOf(NotDrawableException.class);
        assertThatThrownBy(() -> thumbnails(garbage, format, 1)).isInstanceOf(NotDrawableException.class);
        assertThatThrownBy(() -> thumbnails("<html>".getBytes(StandardCharsets.US_ASCII), format, 1))
                .isInstanceOf(NotDrawableException.class);
    }

    @Test
    void nothingBesideThePixelsShouldBeKept() throws Exception {
        byte[] plain = encoded(halves(200, 100), "jpeg");
        byte[] secret = "GPS 37.5665 N".getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream commented = new ByteArrayOutputStream();
        commented.write(plain, 0, 2);
        commented.writeBytes(new byte[] {(byte) 0xff, (byte) 0xfe, 0, (byte) (secret.length + 2)});
        commented.writeBytes(secret);
        commented.write(plain, 2, plain.length - 2);

        byte[] drawn = thumbnails(commented.toByteArray(), MediaFormat.JPEG, 1).get(PhotoFile.Kind.SMALL);

        assertThat(new String(drawn, StandardCharsets.ISO_8859_1)).doesNotContain("GPS");
    }

    /** Red on the left, blue on the right. */
    private static BufferedImage halves(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                image.setRGB(x, y, x < width / 2 ? 0xff0000 : 0x0000ff);
            }
        }
        return image;
    }

    private static byte[] encoded(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, format, bytes);
        return bytes.toByteArray();
    }

    private static BufferedImage decoded(byte[] bytes) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(bytes));
    }

    private static void assertSize(byte[] jpeg, int width, int height) throws IOException {
        BufferedImage image = decoded(jpeg);
        assertThat(image.getWidth()).isEqualTo(width);
        assertThat(image.getHeight()).isEqualTo(height);
    }

    private static boolean isRed(BufferedImage image, int x, int y) {
        Color color = new Color(image.getRGB(x, y));
        return color.getRed() > 150 && color.getBlue() < 100;
    }

    private Map<PhotoFile.Kind, byte[]> thumbnails(byte[] original, MediaFormat format, int orientation)
            throws NotDrawableException {
        return draw.of(new ByteArrayInputStream(original), format, orientation);
    }
}
