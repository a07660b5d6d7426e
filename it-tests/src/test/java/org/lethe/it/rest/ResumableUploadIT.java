package org.lethe.it.rest;

import static org.lethe.it.LetheAssertions.assertThat;

import io.tus.java.client.TusClient;
import io.tus.java.client.TusURLMemoryStore;
import io.tus.java.client.TusUpload;
import io.tus.java.client.TusUploader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lethe.it.Answer;
import org.lethe.it.Lethe;
import org.lethe.it.LetheClient;
import org.lethe.it.Photo;
import org.lethe.it.Pictures;
import org.lethe.it.Sha256;

@DisplayName("An upload in pieces")
class ResumableUploadIT {
    @RegisterExtension
    static final Lethe lethe = Lethe.shared();

    private static final byte[] BYTES = Pictures.ofSize(3_000_000);

    private LetheClient owner;
    private UUID album;

    @BeforeEach
    void anAlbum() {
        owner = lethe.newOwner();
        album = owner.createAlbum("Pieces");
    }

    @AfterEach
    void nothingIsLeft() {
        lethe.invariants().awaitQuiet().assertHolds();
    }

    /** In the longer rounds after the server was killed, which takes the better part of a minute. */
    @Test
    void aClientThatNobodyHereWroteShouldResume() throws Exception {
        TusClient client = client();
        TusUploader first = client.resumeOrCreateUpload(upload());
        first.setChunkSize(500_000);
        first.setRequestPayloadSize(500_000);
        first.uploadChunk();
        first.uploadChunk();
        first.finish();
        if ("all".equals(System.getProperty("lethe.crash"))) {
            lethe.installation().server().kill();
            lethe.mend();
        }

        TusUploader second = client.resumeUpload(upload());
        assertThat(second.getOffset()).isEqualTo(1_000_000);
        second.setRequestPayloadSize(700_000);
        while (second.uploadChunk() > -1) {}
        second.finish();

        Photo photo = owner.photos(album).get(0);
        assertThat(photo.sha256()).isEqualTo(Sha256.of(BYTES));
        assertThat(photo.contentType()).isEqualTo("image/jpeg");
        assertThat(owner.get("api/photos/" + photo.id()).json().getString("filename"))
                .isEqualTo("beach.jpg");
        Answer head = owner.send(tus(second.getUploadURL().toString()).method("HEAD", BodyPublishers.noBody()));
        assertThat(head)
                .hasStatus(200)
                .hasHeader("Upload-Offset", "3000000")
                .hasHeader("Lethe-Photo", lethe.url() + "api/photos/" + photo.id());
        assertThat(owner.get("api/usage").json().getInt("uploadingBytes")).isZero();
    }

    @Test
    void twoThatGoOnFromTheSamePlaceShouldNotBothCount() {
        String url = begin(BYTES.length);

        assertThat(patch(url, 0, Arrays.copyOf(BYTES, 1000))).hasStatus(204).hasHeader("Upload-Offset", "1000");
        assertThat(patch(url, 0, Arrays.copyOf(BYTES, 1000))).isProblem(409, "wrong-offset");
        assertThat(patch(url, 2000, Arrays.copyOf(BYTES, 1000))).isProblem(409, "wrong-offset");
        assertThat(patch(url, 1000, Arrays.copyOfRange(BYTES, 1000, BYTES.length)))
                .hasStatus(204)
                .hasHeader("Upload-Offset", "3000000");
        assertThat(owner.photos(album).get(0).sha256()).isEqualTo(Sha256.of(BYTES));
    }

    /** Both send all but the last byte before either is at its end, so that both are written. */
    @Test
    void ofTwoAtTheSameTimeTheOneThatIsOvertakenShouldLeaveNothingOnAnyStorage() throws IOException {
        String url = begin(BYTES.length);
        byte[] bytes = Arrays.copyOf(BYTES, 200_000);
        try (SlowRequest one = slowPatch(url);
                SlowRequest other = slowPatch(url)) {
            for (SlowRequest request : List.of(one, other)) {
                request.send(Arrays.copyOf(bytes, 199_999));
            }
            Awaitility.await("both files")
                    .atMost(LetheClient.DEADLINE)
                    .until(() -> keysOf(url).size() == 2);
            List<UUID> keys = keysOf(url);

            for (SlowRequest request : List.of(one, other)) {
                request.send(new byte[] {bytes[199_999]});
            }

            assertThat(List.of(one.answer(), other.answer()))
                    .anySatisfy(answer -> assertThat(answer).startsWith("HTTP/1.1 204"))
                    .anySatisfy(answer -> assertThat(answer).startsWith("HTTP/1.1 409"));
            assertThat(keysOf(url)).hasSize(1);
            assertThat(keys)
                    .filteredOn(key -> Files.exists(lethe.main().path(key)))
                    .isEqualTo(keysOf(url));
            assertThat(keys)
                    .filteredOn(key -> Files.exists(lethe.backup().path(key)))
                    .isEqualTo(keysOf(url));
        }
        terminate(url);
    }

    @Test
    void anUploadShouldBeginSoManyFilesAtMostWhateverCameOfThem() {
        String url = begin(BYTES.length);
        lethe.database()
                .execute(
                        "insert into photo_file (key, photo_id, kind, part) select gen_random_uuid(), ?, 'PART',"
                                + " nextval('photo_file_part') from generate_series(1, 10000)",
                        idOf(url));

        assertThat(patch(url, 0, Arrays.copyOf(BYTES, 1000))).isProblem(422, "too-many-parts");
        lethe.database()
                .execute(
                        "delete from photo_file where photo_id = ?", // they would all be looked for
                        idOf(url));
        terminate(url);
    }

    @Test
    void aChecksumThatDoesNotFitShouldKeepNothingOfTheRequest() {
        String url = begin(BYTES.length);
        String ofOthers = Base64.getEncoder().encodeToString(Sha256.digest(new byte[1]));
        String right = Base64.getEncoder().encodeToString(Sha256.digest(Arrays.copyOf(BYTES, 1000)));

        assertThat(patch(url, 0, Arrays.copyOf(BYTES, 1000), "Upload-Checksum", "sha256 " + ofOthers))
                .isProblem(460, "checksum-mismatch");
        assertThat(patch(url, 0, Arrays.copyOf(BYTES, 1000), "Upload-Checksum", "crc32 AAAA"))
                .isProblem(400, "malformed");
        assertThat(patch(url, 0, Arrays.copyOf(BYTES, 1000), "Upload-Checksum", "sha256 " + right))
                .hasStatus(204)
                .hasHeader("Upload-Offset", "1000");
        terminate(url);
    }

    @Test
    void whatIsNoPhotoShouldBeRefusedAtItsEndAndRemoved() {
        String url = begin(2000);

        assertThat(patch(url, 0, new byte[2000])).isProblem(415, "unsupported-media-type");
        assertThat(head(url)).hasStatus(410);
        awaitPartsGone(url);
    }

    @Test
    void anUploadThatIsTerminatedShouldBeRemovedFromBothStorages() {
        String url = begin(BYTES.length);
        patch(url, 0, Arrays.copyOf(BYTES, 100_000)).expect(204);
        UUID key = lethe.database()
                .rows(
                        "select key from photo_file where photo_id = ?",
                        row -> row.getObject(1, UUID.class),
                        UUID.fromString(url.substring(url.lastIndexOf('/') + 1)))
                .get(0);
        assertThat(lethe.main().path(key)).hasSize(100_000);

        terminate(url);

        Awaitility.await("its files are gone")
                .atMost(LetheClient.DEADLINE)
                .until(() -> !Files.exists(lethe.main().path(key))
                        && !Files.exists(lethe.backup().path(key)));
        assertThat(patch(url, 100_000, new byte[1])).isProblem(410, "upload-over");
    }

    @Test
    void anUploadThatIsAPhotoShouldNotBeTerminated() {
        String url = begin(BYTES.length);
        String photo = patch(url, 0, BYTES).expect(204).header("Lethe-Photo").orElseThrow();

        assertThat(owner.send(tus(url).DELETE()))
                .isProblem(409, "upload-complete")
                .hasHeader("Location", photo);
        assertThat(owner.photos(album)).hasSize(1);
    }

    @Test
    void anUploadThatHasExpiredShouldBeRemoved() {
        String url = begin(BYTES.length);
        patch(url, 0, Arrays.copyOf(BYTES, 100_000)).expect(204);

        lethe.database().execute("update resumable_upload set expires_at = now() where id = ?", idOf(url));

        awaitPartsGone(url);
        assertThat(head(url)).hasStatus(410);
    }

    @Test
    void moreThanWasAnnouncedAndWhatCannotBeBegunShouldBeRefused() {
        String url = begin(1000);
        assertThat(patch(url, 0, new byte[1001])).isProblem(413, "too-large");
        terminate(url);

        assertThat(owner.send(creation("0", "albumId " + base64(album.toString()))))
                .isProblem(400, "malformed")
                .hasErrorsFor("Upload-Length");
        assertThat(owner.send(creation("1000", "filename " + base64("x.jpg"))))
                .isProblem(400, "malformed")
                .hasErrorsFor("Upload-Metadata");
        assertThat(owner.send(creation("8388609", "albumId " + base64(album.toString()))))
                .isProblem(413, "too-large");
        assertThat(owner.send(
                        creation("1000", "albumId " + base64(UUID.randomUUID().toString()))))
                .isProblem(404, "not-found");
        assertThat(owner.send(owner.request("api/uploads").POST(BodyPublishers.noBody())))
                .isProblem(412, "unsupported-tus-version");
    }

    @Test
    void anotherOwnersUploadShouldNotBeThere() {
        String url = begin(1000);
        LetheClient another = lethe.newOwner();

        assertThat(another.send(
                        another.request(url).header("Tus-Resumable", "1.0.0").method("HEAD", BodyPublishers.noBody())))
                .hasStatus(404);
        assertThat(another.send(
                        another.request(url).header("Tus-Resumable", "1.0.0").DELETE()))
                .isProblem(404, "not-found");
        terminate(url);
    }

    @Test
    void optionsShouldTellWhatIsSpoken() {
        Answer answer = owner.send(owner.request("api/uploads").method("OPTIONS", BodyPublishers.noBody()));

        assertThat(answer)
                .hasStatus(204)
                .hasHeader("Tus-Version", "1.0.0")
                .hasHeader("Tus-Extension", "creation,expiration,checksum,termination")
                .hasHeader("Tus-Max-Size", "8388608");
    }

    private SlowRequest slowPatch(String url) throws IOException {
        return SlowRequest.begin(
                lethe,
                "PATCH " + URI.create(url).getPath(),
                "Authorization: " + owner.authorization(),
                "Content-Type: application/offset+octet-stream",
                "Tus-Resumable: 1.0.0",
                "Upload-Offset: 0",
                "Connection: close",
                "Content-Length: 200000");
    }

    private static UUID idOf(String url) {
        return UUID.fromString(url.substring(url.lastIndexOf('/') + 1));
    }

    private List<UUID> keysOf(String url) {
        return lethe.database()
                .rows(
                        "select key from photo_file where photo_id = ? order by key",
                        row -> row.getObject(1, UUID.class),
                        idOf(url));
    }

    private TusClient client() throws Exception {
        TusClient client = new TusClient();
        client.setUploadCreationURL(URI.create(lethe.url() + "api/uploads").toURL());
        client.enableResuming(new TusURLMemoryStore());
        client.setHeaders(Map.of("Authorization", owner.authorization()));
        return client;
    }

    private TusUpload upload() {
        TusUpload upload = new TusUpload();
        upload.setInputStream(new ByteArrayInputStream(BYTES));
        upload.setSize(BYTES.length);
        upload.setFingerprint("beach");
        upload.setMetadata(Map.of("albumId", album.toString(), "filename", "beach.jpg"));
        return upload;
    }

    private String begin(int length) {
        return owner.send(creation(Integer.toString(length), "albumId " + base64(album.toString())))
                .expect(201)
                .header("Location")
                .orElseThrow();
    }

    private HttpRequest.Builder creation(String length, String metadata) {
        return tus("api/uploads")
                .header("Upload-Length", length)
                .header("Upload-Metadata", metadata)
                .POST(BodyPublishers.noBody());
    }

    private Answer patch(String url, int offset, byte[] bytes, String... headers) {
        HttpRequest.Builder request = tus(url).header("Upload-Offset", Integer.toString(offset))
                .header("Content-Type", "application/offset+octet-stream")
                .method("PATCH", BodyPublishers.ofByteArray(bytes));
        return owner.send(headers.length == 0 ? request : request.headers(headers));
    }

    private Answer head(String url) {
        return owner.send(tus(url).method("HEAD", BodyPublishers.noBody()));
    }

    private void terminate(String url) {
        owner.send(tus(url).DELETE()).expect(204);
    }

    private HttpRequest.Builder tus(String url) {
        return owner.request(url).header("Tus-Resumable", "1.0.0");
    }

    private void awaitPartsGone(String url) {
        UUID upload = UUID.fromString(url.substring(url.lastIndexOf('/') + 1));
        Awaitility.await("the parts are gone")
                .atMost(LetheClient.DEADLINE)
                .until(
                        () -> lethe.database().texts("select state from photo where id = ?", upload),
                        List.of("PURGED")::equals);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
