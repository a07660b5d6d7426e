package org.lethe.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InspectionTest {

    private static final long MAX_PIXELS = 1_000_000;
    private static final byte[] EXIF = ExifPayload.of("Lethe\u0007", "Styx 1", 6, "2024:05:17 14:30:15", "+02:00");

    @ParameterizedTest
    @CsvSource({"jpeg,JPEG", "png,PNG", "gif,GIF"})
    void theSizeShouldBeReadFromTheHeader(String format, MediaFormat expected) throws IOException {
        MediaFacts facts = inspect(expected, Drawn.picture(format, 120, 70));

        assertThat(facts.width()).isEqualTo(120);
        assertThat(facts.height()).isEqualTo(70);
        assertThat(facts.takenAt()).isNull();
    }

    @Test
    void theSizeOfEachKindOfWebpShouldBeRead() throws IOException {
        byte[] lossless = {0x2f, (byte) (99 | 49 << 14), (byte) (99 >> 8 | 49 << 6), (byte) (49 >> 2), 0};
        byte[] lossy = {0, 0, 0, (byte) 0x9d, 1, 0x2a, 100, 0, 50, 0};
        byte[] extended = {0, 0, 0, 0, 99, 0, 0, 49, 0, 0};

        assertThat(size(MediaFormat.WEBP, Drawn.webp("VP8L", lossless))).containsExactly(100, 50);
        assertThat(size(MediaFormat.WEBP, Drawn.webp("VP8 ", lossy))).containsExactly(100, 50);
        assertThat(size(MediaFormat.WEBP, Drawn.webp("VP8X", extended))).containsExactly(100, 50);
    }

    @Test
    void theCameraTheTimeAndTheOrientationShouldBeReadFromAJpeg() throws IOException {
        MediaFacts facts = inspect(MediaFormat.JPEG, Drawn.jpegWith(EXIF));

        assertThat(facts)
                .isEqualTo(new MediaFacts(
                        40,
                        30,
                        6,
                        LocalDateTime.parse("2024-05-17T14:30:15"),
                        ZoneOffset.ofHours(2),
                        "Lethe",
                        "Styx 1"));
    }

    @Test
    void theExifOfAHeicShouldBeFoundWhereverItLies() throws IOException {
        MediaFacts facts = inspect(MediaFormat.HEIC, Drawn.heic(EXIF));

        assertThat(facts.width()).isEqualTo(640);
        assertThat(facts.height()).isEqualTo(480);
        assertThat(facts.takenAt()).isEqualTo(LocalDateTime.parse("2024-05-17T14:30:15"));
        assertThat(facts.cameraModel()).isEqualTo("Styx 1");
    }

    @Test
    void aMovieShouldTellItsSizeAndTimeAlsoWhenThatStandsAtItsEnd() throws IOException {
        MediaFacts facts = new Inspection(3_000_000)
                .of(MediaFormat.MP4, new ByteArrayInputStream(Drawn.movie("isom", 3_798_800_000L)));

        assertThat(facts.width()).isEqualTo(1920);
        assertThat(facts.height()).isEqualTo(1080);
        assertThat(facts.takenAt()).isEqualTo(LocalDateTime.parse("2024-05-17T14:13:20"));
        assertThat(facts.takenOffset()).isEqualTo(ZoneOffset.UTC);
    }

    @Test
    void whatCannotBeATimeOrAnOrientationShouldNotBeKnown() throws IOException {
        byte[] exif = ExifPayload.of("\0", "m".repeat(500), 9, "2024:02:30 99:30:15", "nowhere");

        MediaFacts facts = inspect(MediaFormat.JPEG, Drawn.jpegWith(exif));

        assertThat(facts.takenAt()).isNull();
        assertThat(facts.takenOffset()).isNull();
        assertThat(facts.orientation()).isNull();
        assertThat(facts.cameraMake()).isNull();
        assertThat(facts.cameraModel()).hasSize(100);
    }

    @Test
    void aPngThatClaimsTooMuchShouldBeRefused() throws IOException {
        byte[] png = Drawn.picture("png", 8, 8);
        ByteBuffer.wrap(png).putInt(16, 1_000_000).putInt(20, 1_000_000);

        assertThatThrownBy(() -> inspect(MediaFormat.PNG, png)).isInstanceOf(TooManyPixelsException.class);
    }

    @Test
    void aJpegThatClaimsTooMuchShouldBeRefused() throws IOException {
        byte[] jpeg = Drawn.picture("jpeg", 8, 8);
        int frame = indexOf(jpeg, (byte) 0xff, (byte) 0xc0);
        ByteBuffer.wrap(jpeg).putShort(frame + 5, (short) 65_535).putShort(frame + 7, (short) 65_535);

        assertThatThrownBy(() -> inspect(MediaFormat.JPEG, jpeg)).isInstanceOf(TooManyPixelsException.class);
    }

    @Test
    void aGifWithFramesWithoutEndShouldBeRefusedBeforeItsEnd() throws IOException {
        byte[] head = {'G', 'I', 'F', '8', '9', 'a', (byte) 0xe8, 3, (byte) 0xe8, 3, 0, 0, 0};
        byte[] frame = {0x2c, 0, 0, 0, 0, (byte) 0xe8, 3, (byte) 0xe8, 3, 0, 2, 1, 0, 0};
        InputStream endless = new RepeatedBytes(head, frame);

        assertThatThrownBy(() -> new Inspection(MAX_PIXELS).of(MediaFormat.GIF, endless))
                .isInstanceOf(TooManyPixelsException.class);
    }

    @Test
    void whatEndsBeforeItsSizeShouldBeRefused() throws IOException {
        byte[] jpeg = Arrays.copyOf(Drawn.picture("jpeg", 8, 8), 30);

        assertThatThrownBy(() -> inspect(MediaFormat.JPEG, jpeg)).isInstanceOf(BrokenMediaException.class);
        assertThatThrownBy(() -> inspect(MediaFormat.PNG, new byte[] {(byte) 0x89, 'P', 'N', 'G'}))
                .isInstanceOf(BrokenMediaException.class);
    }

    /** No byte that anybody can change may end in anything but facts or a refusal. */
    @Test
    void brokenFilesShouldBeAnsweredAndNothingElse() throws IOException {
        Random random = new Random(20_240_517);
        List<byte[]> files = List.of(
                Drawn.jpegWith(EXIF),
                Drawn.picture("png", 20, 20),
                Drawn.picture("gif", 20, 20),
                Drawn.webp("VP8X", new byte[30]),
                Drawn.heic(EXIF),
                Drawn.movie("isom", 3_798_800_000L));
        List<MediaFormat> formats = List.of(
                MediaFormat.JPEG,
                MediaFormat.PNG,
                MediaFormat.GIF,
                MediaFormat.WEBP,
                MediaFormat.HEIC,
                MediaFormat.MOV);

        for (int n = 0; n < 60_000; n++) {
            byte[] broken = files.get(n % files.size()).clone();
            for (int change = 0; change < 1 + n % 4; change++) {
                broken[random.nextInt(Math.min(broken.length, 400))] = (byte) random.nextInt();
            }
            requireAnswer(formats.get(n % formats.size()), broken);
        }
    }

    private static void requireAnswer(MediaFormat format, byte[] file) throws IOException {
        try {
            assertThat(inspect(format, file)).isNotNull();
        } catch (BrokenMediaException | TooManyPixelsException refused) {
            assertThat(refused).hasMessageContaining(" ");
        }
    }

    private static MediaFacts inspect(MediaFormat format, byte[] file) throws IOException {
        return new Inspection(MAX_PIXELS).of(format, new ByteArrayInputStream(file));
    }

    private static List<Integer> size(MediaFormat format, byte[] file) throws IOException {
        MediaFacts facts = inspect(format, file);
        return List.of(facts.width(), facts.height());
    }

    private static int indexOf(byte[] bytes, byte first, byte second) {
        for (int n = 0; n < bytes.length - 1; n++) {
            if (bytes[n] == first && bytes[n + 1] == second) {
                return n;
            }
        }
        throw new AssertionError("not found");
    }

    /** A head, and then the same for ever. */
    @SuppressWarnings("InputStreamSlowMultibyteRead") // it is short before it is refused
    private static final class RepeatedBytes extends InputStream {

        private final byte[] head;
        private final byte[] body;
        private int position;

        RepeatedBytes(byte[] head, byte[] body) {
            this.head = head.clone();
            this.body = body.clone();
        }

        @Override
        public int read() {
            int at = position++;
            return (at < head.length ? head[at] : body[(at - head.length) % body.length]) & 0xff;
        }
    }
}
