package org.lethe.it.rest;

import static org.lethe.it.LetheAssertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lethe.it.Answer;
import org.lethe.it.Lethe;
import org.lethe.it.LetheClient;
import org.lethe.it.Photo;
import org.lethe.it.Pictures;
import org.lethe.it.StorageDirectory;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("Thumbnails come after the upload, and go with the photo")
class ThumbnailsIT {
    @RegisterExtension
    static final Lethe lethe = Lethe.shared();

    private LetheClient owner;
    private UUID album;

    @BeforeAll
    void anOwner() {
        owner = lethe.newOwner();
        album = owner.createAlbum("Pictures");
    }

    @ParameterizedTest
    @CsvSource({"jpeg, small, 320, 160", "png, large, 1280, 640", "gif, small, 320, 160"})
    void eachSizeShouldBeDrawn(String format, String size, int width, int height) throws IOException {
        Photo photo = owner.upload(album, Pictures.drawn(format, 1600, 800));

        Answer thumbnail = drawn(photo.id(), size);

        assertThat(thumbnail)
                .hasHeader("Content-Type", "image/jpeg")
                .hasHeader("X-Content-Type-Options", "nosniff")
                .hasHeader("Content-Length", Integer.toString(thumbnail.bytes().length));
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(thumbnail.bytes()));
        assertThat(picture.getWidth()).isEqualTo(width);
        assertThat(picture.getHeight()).isEqualTo(height);
    }

    @Test
    void whatTheCameraSaysShouldNotBeInThem() {
        Photo photo = owner.upload(album, Pictures.taken());

        assertThat(new String(owner.content(photo.id()), StandardCharsets.ISO_8859_1))
                .contains("Exif");
        assertThat(drawn(photo.id(), "small").text()).doesNotContain("Exif");
    }

    @Test
    void theyShouldBeReadInPartAndNotAgain() {
        UUID photo = owner.upload(album, Pictures.saying("in part")).id();
        String path = "api/photos/" + photo + "/thumbnail";
        String tag = drawn(photo, "small").header("ETag").orElseThrow();

        assertThat(owner.send(owner.request(path).header("Range", "bytes=0-1").GET()))
                .hasStatus(206);
        assertThat(owner.send(owner.request(path).header("If-None-Match", tag).GET()))
                .hasStatus(304);
        assertThat(owner.get(path + "?size=large").header("ETag").orElseThrow()).isNotEqualTo(tag);
        assertThat(owner.get(path + "?size=huge")).isProblem(400, "malformed");
        assertThat(lethe.newOwner().get(path)).isProblem(404, "not-found");
    }

    @Test
    void aFormatThatIsKeptAsItIsShouldHaveNone() {
        Photo photo = owner.upload(album, Pictures.withoutThumbnails("and nothing more"));

        assertThat(owner.get("api/photos/" + photo.id() + "/thumbnail")).isProblem(404, "no-thumbnail");
        assertThat(lethe.fileKeys(photo.id())).hasSize(1);
    }

    @Test
    void aBrokenPictureShouldHaveNone() {
        byte[] broken = Pictures.drawn("png", 500, 400);
        Arrays.fill(broken, 41, broken.length, (byte) 0x5a);
        Photo photo = owner.upload(album, broken);

        assertThat(given(photo.id())).isProblem(404, "no-thumbnail");
        assertThat(owner.content(photo.id())).isNotEmpty();
    }

    @Test
    void theyShouldGoWithThePhotoFromBothStorages() {
        UUID photo = owner.upload(album, Pictures.saying("goes")).id();
        drawn(photo, "large");
        List<UUID> keys = lethe.fileKeys(photo);
        assertThat(keys).hasSize(3).allSatisfy(key -> assertThat(standing(key)).isEqualTo(2));

        owner.awaitOver(owner.deletePhoto(photo).id());

        assertThat(keys).allSatisfy(key -> assertThat(standing(key)).isZero());
    }

    @Test
    void aDeletionWhileTheyAreBeingDrawnShouldLeaveNothing() {
        LetheClient hasty = lethe.newOwner();
        for (int round = 0; round < 5; round++) {
            UUID rush = hasty.createAlbum("Rush");
            List<UUID> keys = hasty.upload(rush, 24).stream()
                    .flatMap(photo -> lethe.fileKeys(photo.id()).stream())
                    .toList();

            hasty.awaitOver(hasty.deleteAlbum(rush).id());

            assertThat(keys).hasSize(72).allSatisfy(key -> assertThat(standing(key))
                    .isZero());
        }
        lethe.invariants().awaitQuiet().assertHolds();
    }

    @Test
    void aLostMessageShouldCostTimeOnly() {
        UUID photo = owner.upload(album, Pictures.saying("lost")).id();
        drawn(photo, "small");
        List<UUID> keys = lethe.fileKeys(photo);

        forget(photo);
        lethe.database()
                .execute(
                        "insert into thumbnail_pending (photo_id, begun, pushed_at) values (?, 1, now() - interval '1 hour')",
                        photo);

        drawn(photo, "small");
        assertThat(lethe.fileKeys(photo)).containsExactlyInAnyOrderElementsOf(keys);
    }

    @Test
    void aPictureThatEndsTheNodeEachTimeShouldBeGivenUp() {
        UUID photo = owner.upload(album, Pictures.saying("again and again")).id();
        drawn(photo, "small");

        forget(photo);
        lethe.database()
                .execute(
                        "insert into thumbnail_pending (photo_id, begun, pushed_at) values (?, 3, now() - interval '1 hour')",
                        photo);

        assertThat(given(photo)).isProblem(404, "no-thumbnail");
        assertThat(standing(lethe.fileKey(photo))).isEqualTo(2);
        assertThat(lethe.fileKeys(photo).stream().mapToInt(this::standing).sum())
                .isEqualTo(2);
    }

    @Test
    @SuppressWarnings("try") // only closed
    void aStorageThatIsAwayShouldBeWaitedFor() {
        UUID photo = owner.upload(album, Pictures.saying("away")).id();
        drawn(photo, "small");
        forget(photo);

        try (StorageDirectory.Outage outage = lethe.backup().unmounted()) {
            lethe.database()
                    .execute(
                            "insert into thumbnail_pending (photo_id, pushed_at) values (?, now() - interval '1 hour')",
                            photo);
            Awaitility.await("it was tried")
                    .until(
                            () -> lethe.database()
                                    .number(
                                            "select count(*) from thumbnail_pending where photo_id = ?"
                                                    + " and pushed_at > now() - interval '1 minute'",
                                            photo),
                            tried -> tried == 1);
            assertThat(owner.get("api/photos/" + photo + "/thumbnail")).isProblem(404, "thumbnail-not-ready");
        }

        drawn(photo, "small");
        assertThat(lethe.fileKeys(photo))
                .allSatisfy(key -> assertThat(standing(key)).isEqualTo(2));
    }

    /** As if the thumbnails had never been made: their files are gone, or left behind by whoever began to write them. */
    private void forget(UUID photo) {
        lethe.database().execute("update photo_file set bytes = null where photo_id = ? and kind <> 'ORIGINAL'", photo);
    }

    private Answer drawn(UUID photo, String size) {
        return given(photo, size).expect(200);
    }

    private Answer given(UUID photo) {
        return given(photo, "small");
    }

    /** What is answered when it is not being drawn any more. */
    private Answer given(UUID photo, String size) {
        return Awaitility.await("a thumbnail of " + photo)
                .until(() -> owner.get("api/photos/" + photo + "/thumbnail?size=" + size), answer -> !answer.text()
                        .contains("thumbnail-not-ready"));
    }

    private int standing(UUID key) {
        return (Files.exists(lethe.main().path(key)) ? 1 : 0)
                + (Files.exists(lethe.backup().path(key)) ? 1 : 0);
    }
}
