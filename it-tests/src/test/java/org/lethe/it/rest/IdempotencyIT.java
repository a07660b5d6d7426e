package org.lethe.it.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.lethe.it.LetheAssertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lethe.it.Answer;
import org.lethe.it.Lethe;
import org.lethe.it.LetheClient;
import org.lethe.it.Photo;
import org.lethe.it.Pictures;

@DisplayName("A request with an Idempotency-Key is carried out once, however often it is sent")
class IdempotencyIT {
    @RegisterExtension
    static final Lethe lethe = Lethe.shared();

    private final String key = UUID.randomUUID().toString();
    private LetheClient owner;

    @BeforeEach
    void anOwner() {
        owner = lethe.newOwner();
    }

    @Test
    void anAlbumShouldBeMadeOnceAndAnsweredAlike() {
        Answer first = owner.send(album("Trip", key));
        Answer second = owner.send(album("Trip", '"' + key + '"'));

        assertThat(first).hasStatus(201);
        assertThat(first.header("Idempotency-Replayed")).isEmpty();
        assertThat(second)
                .hasStatus(201)
                .hasHeader("Idempotency-Replayed", "true")
                .hasHeader("Location", first.header("Location").orElseThrow())
                .hasHeader("Content-Type", first.header("Content-Type").orElseThrow());
        assertThat(second.text()).isEqualTo(first.text());
        assertThat(albums()).hasSize(1);
    }

    @Test
    void requestsAtTheSameTimeShouldMakeOne() {
        List<Answer> answers = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> owner.send(album("Trip", key))))
                .limit(8)
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers).anySatisfy(answer -> assertThat(answer).hasStatus(201));
        assertThat(answers).filteredOn(answer -> answer.status() != 201).allSatisfy(answer -> assertThat(answer)
                .isProblem(409, "idempotency-key-in-use")
                .hasHeader("Retry-After"));
        assertThat(albums()).hasSize(1);
    }

    @Test
    void theKeyOfAnotherRequestShouldBeRefused() {
        owner.send(album("Trip", key)).expect(201);

        assertThat(owner.send(album("Other", key))).isProblem(422, "idempotency-key-reused");
        assertThat(owner.send(deletion(List.of(UUID.randomUUID()), key))).isProblem(422, "idempotency-key-reused");
        assertThat(albums()).hasSize(1);
    }

    @Test
    void theKeyOfAnotherAccountShouldBeOfNoConcern() {
        LetheClient other = lethe.newOwner();

        String mine = owner.send(album("Trip", key)).expect(201).json().getString("id");
        String theirs = other.send(json(other, "api/albums", "{\"name\": \"Trip\"}", key))
                .expect(201)
                .json()
                .getString("id");

        assertThat(theirs).isNotEqualTo(mine);
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "two words", "\"open", "back\\slash"})
    void aKeyThatIsNoneShouldBeRefused(String text) {
        assertThat(owner.send(album("Trip", text))).isProblem(400, "malformed").hasErrorsFor("Idempotency-Key");
        assertThat(owner.send(album("Trip", "k".repeat(256)))).isProblem(400, "malformed");
        assertThat(owner.send(album("Trip", key).header("Idempotency-Key", "another")))
                .isProblem(400, "malformed");
        assertThat(albums()).isEmpty();
    }

    @Test
    void aRefusedRequestShouldLeaveItsKeyFree() {
        assertThat(owner.send(album("", key))).isProblem(400, "malformed");
        assertThat(owner.send(album("Trip", key))).hasStatus(201);
    }

    @Test
    void aDeletionShouldBeAcceptedOnce() {
        List<UUID> photos = owner.photos(owner.createAlbum("Trip", 2)).stream()
                .map(Photo::id)
                .toList();

        Answer first = owner.send(deletion(photos, key)).expect(202);
        Answer second = owner.send(deletion(photos, key)).expect(202);

        assertThat(second.text()).isEqualTo(first.text());
        assertThat(owner.get("api/deletions").items()).hasSize(1);
    }

    /** What stands in the tables when the server dies after the commit, and before it has kept the answer. */
    @Test
    void whatWasMadeShouldBeFoundWhenItsAnswerWasLost() {
        List<UUID> photos = owner.photos(owner.createAlbum("Trip", 2)).stream()
                .map(Photo::id)
                .toList();
        String other = UUID.randomUUID().toString();
        String deleted = owner.send(deletion(photos, key)).expect(202).json().getString("id");
        String made = owner.send(album("Second", other)).expect(201).json().getString("id");
        loseTheAnswers();

        assertThat(owner.send(deletion(photos, key)).expect(202).json().getString("id"))
                .isEqualTo(deleted);
        assertThat(owner.send(album("Second", other)).expect(201).json().getString("id"))
                .isEqualTo(made);
        assertThat(owner.get("api/deletions").items()).hasSize(1);
        assertThat(albums()).hasSize(2);
    }

    @Test
    void aRequestThatRunsShouldBeWaitedFor() {
        owner.send(album("Trip", key)).expect(201);
        lethe.database()
                .execute(
                        "update idempotency_key set status = null, held_until = now() + interval '1 hour' where login = ?",
                        owner.login());

        assertThat(owner.send(album("Trip", key)))
                .isProblem(409, "idempotency-key-in-use")
                .hasHeader("Retry-After", "1");
        assertThat(owner.send(album("Other", key))).isProblem(422, "idempotency-key-reused");
    }

    @Test
    void aKeyShouldBeFreeAgainAfterADay() {
        owner.send(album("Trip", key)).expect(201);
        lethe.database()
                .execute(
                        "update idempotency_key set created_at = created_at - interval '25 hours',"
                                + " held_until = held_until - interval '25 hours' where login = ?",
                        owner.login());

        owner.send(album("Other", key)).expect(201);
        assertThat(albums()).hasSize(2);
    }

    @Test
    void aPhotoShouldBeUploadedOnce() {
        UUID album = owner.createAlbum("Trip");
        byte[] bytes = Pictures.saying("a photo");

        Answer first = owner.send(owner.uploadOf(album, bytes).header("Idempotency-Key", key));
        Answer second = owner.send(owner.uploadOf(album, bytes).header("Idempotency-Key", key));

        assertThat(first).hasStatus(201);
        assertThat(second).hasStatus(201).hasHeader("Idempotency-Replayed", "true");
        assertThat(second.text()).isEqualTo(first.text());
        assertThat(owner.photos(album)).hasSize(1);
        assertThat(owner.send(
                        owner.uploadOf(album, Pictures.saying("another photo")).header("Idempotency-Key", key)))
                .isProblem(422, "idempotency-key-reused");
    }

    /** Two photos of a camera that numbers nothing: alike in everything but their bytes. */
    @Test
    void anotherPhotoOfTheSameLengthShouldNotBeTakenForTheFirst() {
        UUID album = owner.createAlbum("Trip");
        byte[] one = Pictures.saying("a photo: 1");
        byte[] other = Pictures.saying("a photo: 2");
        assertThat(other).hasSameSizeAs(one);
        owner.send(owner.uploadOf(album, one).header("Idempotency-Key", key)).expect(201);

        assertThat(owner.send(owner.uploadOf(album, other).header("Idempotency-Key", key)))
                .isProblem(422, "idempotency-key-reused");
        assertThat(owner.send(owner.uploadOf(album, one).header("Idempotency-Key", key)))
                .hasStatus(201)
                .hasHeader("Idempotency-Replayed", "true");
        assertThat(owner.photos(album)).hasSize(1);
    }

    @Test
    void otherFilesOfAFormShouldNotBeTakenForTheFirst() {
        UUID album = owner.createAlbum("Trip");
        byte[] one = form(Pictures.saying("a photo: 1"));
        byte[] other = form(Pictures.saying("a photo: 2"));
        Answer first = owner.send(formOf(album, one));

        assertThat(owner.send(formOf(album, other))).isProblem(422, "idempotency-key-reused");
        assertThat(owner.send(formOf(album, one))).hasStatus(first.status()).hasHeader("Idempotency-Replayed", "true");
        assertThat(owner.photos(album)).hasSize(1);
    }

    private HttpRequest.Builder formOf(UUID album, byte[] form) {
        return owner.request("api/albums/" + album + "/photos")
                .header("Idempotency-Key", key)
                .header("Content-Type", "multipart/form-data; boundary=here")
                .POST(BodyPublishers.ofByteArray(form));
    }

    private static byte[] form(byte[] photo) {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        form.writeBytes(
                "--here\r\nContent-Disposition: form-data; name=\"f\"; filename=\"a.jpg\"\r\n\r\n".getBytes(UTF_8));
        form.writeBytes(photo);
        form.writeBytes("\r\n--here--\r\nand what nobody reads".getBytes(UTF_8));
        return form.toByteArray();
    }

    @Test
    void anUploadInPiecesShouldBeBegunOnce() {
        UUID album = owner.createAlbum("Trip");

        Answer first = owner.send(creation(album, 1000)).expect(201);
        Answer second = owner.send(creation(album, 1000));
        loseTheAnswers();
        Answer third = owner.send(creation(album, 1000));

        String begun = first.header("Location").orElseThrow();
        assertThat(second)
                .hasStatus(201)
                .hasHeader("Idempotency-Replayed", "true")
                .hasHeader("Location", begun);
        assertThat(third).hasStatus(201).hasHeader("Location", begun);
        assertThat(owner.send(creation(album, 1001))).isProblem(422, "idempotency-key-reused");
        assertThat(owner.get("api/usage").json().getInt("uploadingBytes")).isEqualTo(1000);
        owner.send(owner.request(begun).header("Tus-Resumable", "1.0.0").DELETE())
                .expect(204);
    }

    private HttpRequest.Builder creation(UUID album, int bytes) {
        return owner.request("api/uploads")
                .header("Idempotency-Key", key)
                .header("Tus-Resumable", "1.0.0")
                .header("Upload-Length", Integer.toString(bytes))
                .header(
                        "Upload-Metadata",
                        "albumId "
                                + Base64.getEncoder()
                                        .encodeToString(album.toString().getBytes(UTF_8)))
                .POST(BodyPublishers.noBody());
    }

    @Test
    void aTokenShouldBeMadeOnceAndItsTextNeverKept() {
        Answer first = owner.send(token(key)).expect(201);
        Answer second = owner.send(token(key));

        assertThat(second)
                .isProblem(409, "shown-once")
                .hasHeader("Location", first.header("Location").orElseThrow());
        assertThat(owner.get("api/tokens").items()).hasSize(1);
        assertThat(lethe.database().texts("select body from idempotency_key where login = ?", owner.login()))
                .containsOnlyNulls();
    }

    @Test
    void anAccountShouldBeMadeOnce() {
        String login = "once-" + UUID.randomUUID();

        Answer first = lethe.admin().send(account(login, "a long password", key));
        Answer second = lethe.admin().send(account(login, "a long password", key));

        assertThat(first).hasStatus(201);
        assertThat(second).hasStatus(201).hasHeader("Idempotency-Replayed", "true");
        assertThat(lethe.admin().send(account(login, "another password", key)))
                .isProblem(422, "idempotency-key-reused");
    }

    private void loseTheAnswers() {
        lethe.database()
                .execute(
                        "update idempotency_key set status = null, body = null, location = null, held_until = now()"
                                + " where login = ?",
                        owner.login());
    }

    private List<?> albums() {
        return owner.get("api/albums").items();
    }

    private HttpRequest.Builder album(String name, String idempotencyKey) {
        return json(
                owner,
                "api/albums",
                Json.createObjectBuilder().add("name", name).build().toString(),
                idempotencyKey);
    }

    private HttpRequest.Builder deletion(List<UUID> photos, String idempotencyKey) {
        JsonObject body = Json.createObjectBuilder()
                .add(
                        "photoIds",
                        Json.createArrayBuilder(
                                photos.stream().map(UUID::toString).toList()))
                .build();
        return json(owner, "api/deletions", body.toString(), idempotencyKey);
    }

    private HttpRequest.Builder token(String idempotencyKey) {
        return json(owner, "api/tokens", "{\"name\": \"once\", \"scopes\": [\"read\"]}", idempotencyKey);
    }

    private static HttpRequest.Builder account(String login, String password, String idempotencyKey) {
        JsonObject body = Json.createObjectBuilder()
                .add("login", login)
                .add("password", password)
                .add("roles", Json.createArrayBuilder().add("owner"))
                .build();
        return json(lethe.admin(), "api/admin/accounts", body.toString(), idempotencyKey);
    }

    private static HttpRequest.Builder json(LetheClient client, String path, String body, String idempotencyKey) {
        return client.request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", idempotencyKey)
                .POST(BodyPublishers.ofString(body));
    }
}
