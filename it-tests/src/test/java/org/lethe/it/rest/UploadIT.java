package org.lethe.it.rest;

import static org.lethe.it.LetheAssertions.assertThat;

import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lethe.it.Answer;
import org.lethe.it.Lethe;
import org.lethe.it.LetheClient;
import org.lethe.it.Pictures;
import org.lethe.it.Sha256;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("Uploading a photo")
class UploadIT {
    @RegisterExtension
    static final Lethe lethe = Lethe.shared();

    private static final byte[] BYTES = Pictures.saying("a photo");

    private LetheClient owner;
    private UUID album;

    @BeforeAll
    void anOwner() {
        owner = lethe.newOwner();
    }

    @BeforeEach
    void anAlbum() {
        album = owner.createAlbum("Uploads");
    }

    @AfterAll
    void nothingIsLeftOfWhatWasRefused() {
        lethe.invariants().awaitQuiet().assertHolds();
    }

    @Test
    void anUploadShouldBeAnsweredWithThePhotoAndStandOnBothStorages() throws Exception {
        Answer answer = owner.send(owner.uploadOf(album, BYTES)
                .header("Content-Disposition", "attachment; filename=\"C:\\\\photos/beach day.jpg\""));

        assertThat(answer).hasStatus(201);
        JsonObject photo = answer.json();
        UUID id = UUID.fromString(photo.getString("id"));
        assertThat(answer).hasHeader("Location", lethe.url() + "api/photos/" + id);
        assertThat(photo.getString("albumId")).isEqualTo(album.toString());
        assertThat(photo.getString("filename")).isEqualTo("beach day.jpg");
        assertThat(photo.getString("contentType")).isEqualTo("image/jpeg");
        assertThat(photo.getInt("bytes")).isEqualTo(BYTES.length);
        assertThat(photo.getString("sha256")).isEqualTo(Sha256.of(BYTES));
        assertThat(photo.getString("createdAt")).endsWith("Z");
        assertThat(owner.get("api/photos/" + id).json()).isEqualTo(photo);
        assertThat(Files.readAllBytes(lethe.main().path(lethe.fileKey(id)))).isEqualTo(BYTES);
        assertThat(Files.readAllBytes(lethe.backup().path(lethe.fileKey(id)))).isEqualTo(BYTES);
    }

    @Test
    void aDigestThatFitsShouldBeAccepted() {
        assertThat(owner.send(owner.uploadOf(album, BYTES).header("Content-Digest", digestOf(BYTES))))
                .hasStatus(201);
    }

    @Test
    void aDigestThatDoesNotFitShouldBeRefusedAndNothingKept() {
        byte[] others = Pictures.saying("another photo");

        Answer answer = owner.send(owner.uploadOf(album, BYTES).header("Content-Digest", digestOf(others)));

        assertThat(answer).isProblem(422, "digest-mismatch");
        assertThat(owner.photos(album)).isEmpty();
    }

    @Test
    void aDigestThatIsNoneShouldBeRefused() {
        Answer answer = owner.send(owner.uploadOf(album, BYTES).header("Content-Digest", "sha-256=:c2hvcnQ=:"));

        assertThat(answer).isProblem(400, "malformed").hasErrorsFor("Content-Digest");
    }

    @Test
    void anEmptyBodyShouldBeRefusedAndNothingKept() {
        assertThat(owner.send(owner.uploadOf(album, new byte[0]))).isProblem(422, "empty-file");
        assertThat(owner.photos(album)).isEmpty();
    }

    @Test
    void aBodyThatIsTooLargeShouldBeRefusedAndNothingKept() {
        Answer answer = owner.send(owner.uploadOf(album, Pictures.ofSize(8_388_609)));

        assertThat(answer).isProblem(413, "too-large");
        assertThat(answer.json().getInt("maxBytes")).isEqualTo(8_388_608);
        assertThat(owner.photos(album)).isEmpty();
    }

    @Test
    void aBodyOfTheLargestSizeShouldBeAccepted() {
        assertThat(owner.upload(album, Pictures.ofSize(8_388_608)).bytes()).isEqualTo(8_388_608);
    }

    @Test
    void aBodyOfUnknownLengthShouldBeStreamed() {
        Answer answer = owner.send(owner.request("api/albums/" + album + "/photos")
                .header("Content-Type", "image/jpeg")
                .POST(BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(BYTES))));

        assertThat(answer).hasStatus(201);
        assertThat(answer.json().getString("sha256")).isEqualTo(Sha256.of(BYTES));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/octet-stream", "image/png", "application/x-www-form-urlencoded"})
    void theBytesShouldDecideTheTypeWhateverTheHeaderSays(String type) {
        Answer answer = owner.send(owner.request("api/albums/" + album + "/photos")
                .header("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(BYTES)));

        assertThat(answer).hasStatus(201);
        assertThat(answer.json().getString("contentType")).isEqualTo("image/jpeg");
    }

    @Test
    void aBodyWithoutATypeShouldBeTakenForWhatItIs() {
        Answer answer =
                owner.send(owner.request("api/albums/" + album + "/photos").POST(BodyPublishers.ofByteArray(BYTES)));

        assertThat(answer).hasStatus(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE html><html></html>",
                "<svg xmlns='http://www.w3.org/2000/svg'/>",
                "%PDF-1.7",
                "GIF89a\1\0\1\0\0\0\0<script>alert(1)</script>",
                "just text",
                "GIF89a"
            })
    void whatIsNoPhotoShouldBeRefusedWithWhatIsTaken(String text) {
        Answer answer = owner.send(owner.uploadOf(album, text.getBytes(StandardCharsets.ISO_8859_1)));

        assertThat(answer).isProblem(415, "unsupported-media-type");
        assertThat(answer.json().getJsonArray("accepted").getString(0)).isEqualTo("image/jpeg");
        assertThat(owner.photos(album)).isEmpty();
    }

    @Test
    void aBombShouldBeRefusedByItsHeader() {
        byte[] bomb = Pictures.drawn("png", 8, 8);
        ByteBuffer.wrap(bomb).putInt(16, 100_000).putInt(20, 100_000);

        Answer answer = owner.send(owner.uploadOf(album, bomb));

        assertThat(answer).isProblem(422, "too-many-pixels");
        assertThat(answer.json().getInt("maxPixels")).isEqualTo(268_435_456);
        assertThat(owner.photos(album)).isEmpty();
    }

    @Test
    void whatTheFileSaysOfItselfShouldBeTold() {
        JsonObject photo =
                owner.send(owner.uploadOf(album, Pictures.taken())).expect(201).json();

        assertThat(photo.getInt("width")).isEqualTo(8);
        assertThat(photo.getInt("height")).isEqualTo(8);
        assertThat(photo.getInt("orientation")).isEqualTo(6);
        assertThat(photo.getString("takenAt")).isEqualTo("2024-05-17T14:30:15");
        assertThat(photo.getString("takenOffset")).isEqualTo("+02:00");
        assertThat(photo.getString("cameraMake")).isEqualTo("Lethe");
        assertThat(photo.getString("cameraModel")).isEqualTo("Styx 1");
        assertThat(owner.get("api/photos/" + photo.getString("id")).json()).isEqualTo(photo);
    }

    @Test
    void anAlbumThatIsNotThereShouldTakeNoPhoto() {
        assertThat(owner.send(owner.uploadOf(UUID.randomUUID(), BYTES))).isProblem(404, "not-found");
    }

    @Test
    void aDeletedAlbumShouldTakeNoPhoto() {
        owner.deleteAlbum(album);

        assertThat(owner.send(owner.uploadOf(album, BYTES))).isProblem(404, "not-found");
    }

    private static String digestOf(byte[] bytes) {
        return "sha-256=:" + Base64.getEncoder().encodeToString(Sha256.digest(bytes)) + ':';
    }
}
