package org.lethe.it.rest;

import static org.lethe.it.LetheAssertions.assertThat;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lethe.it.Answer;
import org.lethe.it.Lethe;
import org.lethe.it.LetheClient;
import org.lethe.it.Pictures;

@DisplayName("Uploading many photos in one request")
class MultipartIT {
    @RegisterExtension
    static final Lethe lethe = Lethe.shared();

    private static final String BOUNDARY = "one-and-another";

    private LetheClient owner;
    private UUID album;

    @BeforeEach
    void anAlbum() {
        owner = lethe.newOwner();
        album = owner.createAlbum("Many");
    }

    @AfterEach
    void nothingIsLeftOfWhatWasRefused() {
        lethe.invariants().awaitQuiet().assertHolds();
    }

    @Test
    void everyFileShouldBeAPhotoInItsOrder() {
        Answer answer = send(body().field("title", "not a file")
                .file("one.jpg", Pictures.saying("one"))
                .file("größe.png", Pictures.drawn("png", 300, 200))
                .end());

        assertThat(answer).hasStatus(201);
        JsonArray files = answer.json().getJsonArray("files");
        assertThat(files).hasSize(2);
        assertThat(files.getJsonObject(0).getJsonObject("photo").getString("filename"))
                .isEqualTo("one.jpg");
        assertThat(files.getJsonObject(1).getJsonObject("photo").getString("filename"))
                .isEqualTo("größe.png");
        assertThat(files.getJsonObject(1).getJsonObject("photo").getString("contentType"))
                .isEqualTo("image/png");
        assertThat(owner.photos(album)).hasSize(2);
    }

    @Test
    void oneThatIsRefusedShouldNotKeepTheOthersFromBeingStored() {
        Answer answer = send(body().file("one.jpg", Pictures.saying("one"))
                .file("page.html", "<html>".getBytes(StandardCharsets.UTF_8))
                .file("empty.jpg", new byte[0])
                .file("large.jpg", Pictures.ofSize(8_388_609))
                .file("again.jpg", Pictures.saying("one"))
                .file("two.jpg", Pictures.saying("two"))
                .end());

        assertThat(answer).hasStatus(207);
        assertThat(answer.json().getJsonArray("files").getValuesAs(JsonObject.class))
                .extracting(file -> file.getInt("status"))
                .containsExactly(201, 415, 422, 413, 200, 201);
        assertThat(answer.json()).doesNotContainKey("cutShort");
        assertThat(owner.photos(album)).hasSize(2);
    }

    @Test
    void whatWasCompleteShouldStayWhenTheBodyBreaksOff() {
        byte[] whole = body().file("one.jpg", Pictures.saying("one"))
                .file("two.jpg", Pictures.ofSize(100_000))
                .end();

        Answer answer = send(Arrays.copyOf(whole, whole.length - 50_000));

        assertThat(answer).hasStatus(207);
        assertThat(answer.json().getJsonArray("files").getJsonObject(0).getInt("status"))
                .isEqualTo(201);
        assertThat(answer.json().getJsonArray("files").getJsonObject(1).getInt("status"))
                .isEqualTo(400);
        assertThat(answer.json().getJsonObject("cutShort").getInt("status")).isEqualTo(400);
        assertThat(owner.photos(album)).hasSize(1);
    }

    @Test
    void aDigestOfAPartShouldBeHeldAgainstThatPart() {
        String wrong = "Content-Digest: sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:\r\n";

        Answer answer = send(body().part("one.jpg", wrong, Pictures.saying("one"))
                .file("two.jpg", Pictures.saying("two"))
                .end());

        assertThat(answer).hasStatus(207);
        assertThat(answer.json().getJsonArray("files").getJsonObject(0).getInt("status"))
                .isEqualTo(422);
    }

    @Test
    void aRequestOfWhichNothingIsTakenShouldBeRefusedAsAWhole() {
        assertThat(send(body().file("a.txt", new byte[] {'x'})
                        .file("b.txt", new byte[] {'y'})
                        .end()))
                .isProblem(415, "unsupported-media-type");

        Answer mixed = send(body().file("a.txt", new byte[] {'x'})
                .file("b.jpg", new byte[0])
                .end());

        assertThat(mixed).isProblem(422, "no-file-taken");
        assertThat(mixed.json().getJsonArray("files").getValuesAs(JsonObject.class))
                .extracting(file -> file.getInt("status"))
                .containsExactly(415, 422);
        assertThat(owner.photos(album)).isEmpty();
    }

    @Test
    void anAlbumThatIsNotTheOwnersShouldBeToldAtOnce() {
        album = lethe.newOwner().createAlbum("Foreign");

        assertThat(send(body().file("one.jpg", Pictures.saying("one")).end())).isProblem(404, "not-found");
    }

    @Test
    void moreFilesThanOneRequestTakesShouldBeSaid() {
        Body body = body();
        for (int n = 0; n < 101; n++) {
            body.file(n + ".jpg", n == 0 ? Pictures.saying("one") : new byte[] {'x'});
        }

        Answer answer = send(body.end());

        assertThat(answer).hasStatus(207);
        assertThat(answer.json().getJsonArray("files")).hasSize(100);
        assertThat(answer.json().getJsonObject("cutShort").getString("type")).isEqualTo("/problems/too-many-files");
    }

    @Test
    void whatIsNoMultipartBodyShouldBeRefused() {
        assertThat(send("nothing of the kind".getBytes(StandardCharsets.UTF_8))).isProblem(400, "malformed");
        assertThat(send(body().field("title", "no file").end())).isProblem(400, "malformed");
        assertThat(send(new byte[1_000_000])).isProblem(400, "malformed");
        assertThat(owner.send(owner.request("api/albums/" + album + "/photos")
                        .header("Content-Type", "multipart/form-data")
                        .POST(BodyPublishers.ofByteArray(body().end()))))
                .isProblem(400, "malformed");
    }

    private Answer send(byte[] body) {
        return owner.send(owner.request("api/albums/" + album + "/photos")
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArray(body)));
    }

    private static Body body() {
        return new Body();
    }

    /** A multipart body that is being written. */
    private static final class Body {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Body field(String name, String value) {
            text("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value
                    + "\r\n");
            return this;
        }

        Body file(String filename, byte[] content) {
            return part(filename, "", content);
        }

        Body part(String filename, String header, byte[] content) {
            text("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + filename
                    + "\"\r\n" + header + "\r\n");
            bytes.writeBytes(content);
            text("\r\n");
            return this;
        }

        byte[] end() {
            text("--" + BOUNDARY + "--\r\n");
            return bytes.toByteArray();
        }

        private void text(String text) {
            bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
