package org.lethe.it.rest;

import static org.lethe.it.LetheAssertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lethe.it.Answer;
import org.lethe.it.Lethe;
import org.lethe.it.LetheClient;
import org.lethe.it.Pictures;

@DisplayName("What an owner may hold")
class QuotaIT {
    @RegisterExtension
    static final Lethe lethe = Lethe.shared();

    private static final int EACH = 10_000;

    private LetheClient owner;
    private UUID album;

    @BeforeEach
    void anOwnerWithRoomForThreePhotos() {
        owner = lethe.newOwner();
        album = owner.createAlbum("Full soon");
        quota(3 * EACH + 5);
    }

    @Test
    void anUploadBeyondTheQuotaShouldBeRefusedWithFigures() {
        upload(3);

        Answer answer = send(4);

        assertThat(answer).isProblem(422, "quota-exceeded");
        assertThat(answer.json().getInt("quotaBytes")).isEqualTo(3 * EACH + 5);
        assertThat(answer.json().getInt("bytes")).isEqualTo(3 * EACH);
        assertThat(owner.photos(album)).hasSize(3);
    }

    @Test
    void anUploadOfUnknownLengthShouldBeHeldAgainstTheQuota() {
        upload(2);
        byte[] large = Pictures.ofSize(2 * EACH);

        Answer answer = owner.send(owner.request("api/albums/" + album + "/photos")
                .POST(BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(large))));

        assertThat(answer).isProblem(422, "quota-exceeded");
        assertThat(usage().getInt("bytes")).isEqualTo(2 * EACH);
        lethe.invariants().awaitQuiet().assertHolds();
        assertThat(usage().getInt("uploadingBytes")).isZero();
    }

    @Test
    void anUploadOfUnknownLengthShouldEndAsSoonAsTheRoomIsPassedHoweverMuchIsToCome() throws IOException {
        try (SlowRequest endless = SlowRequest.begin(
                lethe,
                "POST /api/albums/" + album + "/photos",
                "Authorization: " + owner.authorization(),
                "Content-Type: image/jpeg",
                "Transfer-Encoding: chunked")) {
            endless.send("30d40\r\n".getBytes(StandardCharsets.UTF_8));
            endless.send(Pictures.ofSize(200_000));

            assertThat(endless.status()).startsWith("HTTP/1.1 422");
        }
        lethe.invariants().awaitQuiet().assertHolds();
        assertThat(usage().getInt("bytes") + usage().getInt("uploadingBytes")).isZero();
    }

    @Test
    void twoAtTheSameTimeShouldNeverBothTakeTheLastPlace() {
        List<CompletableFuture<Integer>> all = IntStream.range(0, 8)
                .mapToObj(n -> CompletableFuture.supplyAsync(() -> send(n).status()))
                .toList();

        assertThat(all.stream()
                        .map(CompletableFuture::join)
                        .filter(status -> status == 201)
                        .count())
                .isEqualTo(3);
        assertThat(usage().getInt("bytes")).isEqualTo(3 * EACH);
    }

    @Test
    void aDeletionShouldMakeRoomAtOnceAndARestoreTakeItBack() {
        upload(3);
        lethe.broker().pause("lethe.removal.main");

        UUID first = owner.photos(album).get(0).id();
        owner.deletePhoto(first);

        assertThat(usage().getInt("photos")).isEqualTo(2);
        assertThat(usage().getInt("bytes")).isEqualTo(2 * EACH);
        assertThat(usage().getInt("awaitingRemovalBytes")).isEqualTo(EACH);
        assertThat(send(4)).hasStatus(201);

        owner.deleteAlbum(album);
        assertThat(usage().getInt("bytes")).isZero();
        assertThat(usage().getInt("awaitingRemovalBytes")).isEqualTo(4 * EACH);

        lethe.broker().resumeAll();
        Awaitility.await("the proof")
                .atMost(LetheClient.DEADLINE)
                .until(() -> usage().getInt("awaitingRemovalBytes") == 0);
    }

    @Test
    void theSameBytesInTheSameAlbumShouldBeFoundAndNotKeptTwice() {
        JsonObject first = send(1).expect(201).json();

        Answer again = send(1);

        assertThat(again).hasStatus(200);
        assertThat(again.json().getBoolean("duplicate")).isTrue();
        assertThat(again.json().getString("id")).isEqualTo(first.getString("id"));
        assertThat(again).hasHeader("Location", lethe.url() + "api/photos/" + first.getString("id"));
        assertThat(owner.photos(album)).hasSize(1);
        assertThat(usage().getInt("bytes")).isEqualTo(EACH);
        assertThat(send(owner.createAlbum("Another"), 1)).hasStatus(201);
        lethe.invariants().awaitQuiet().assertHolds();
    }

    @Test
    void twoEqualUploadsAtTheSameTimeShouldEndAsOnePhoto() {
        List<CompletableFuture<Answer>> both = IntStream.range(0, 2)
                .mapToObj(n -> CompletableFuture.supplyAsync(() -> send(1)))
                .toList();

        assertThat(both.stream().map(answer -> answer.join().status())).containsExactlyInAnyOrder(200, 201);
        assertThat(owner.photos(album)).hasSize(1);
        lethe.invariants().awaitQuiet().assertHolds();
    }

    @Test
    void whatItsOwnerDeletedBeforeShouldBeAcceptedAndSaid() {
        UUID photo = UUID.fromString(send(1).expect(201).json().getString("id"));
        UUID deletion = owner.deletePhoto(photo).id();
        owner.awaitOver(deletion);

        JsonObject again = send(1).expect(201).json();

        assertThat(again.getJsonObject("previouslyDeleted").getString("deletionId"))
                .isEqualTo(deletion.toString());
        assertThat(again.getJsonObject("previouslyDeleted").getString("deletedAt"))
                .endsWith("Z");
        LetheClient another = lethe.newOwner();
        assertThat(another.send(another.uploadOf(another.createAlbum("Others"), photo(1)))
                        .json())
                .doesNotContainKey("previouslyDeleted");
    }

    @Test
    void aQuotaThatIsNoneShouldBeRefusedAndTheDefaultComeBack() {
        JsonObject wrong = Json.createObjectBuilder().add("quotaBytes", -2).build();
        assertThat(change(wrong)).isProblem(400, "malformed").hasErrorsFor("quotaBytes");

        assertThat(quota(-1).json()).doesNotContainKey("quotaBytes");
        assertThat(usage().getJsonNumber("quotaBytes").longValue()).isEqualTo(1L << 40);
    }

    private void upload(int photos) {
        IntStream.range(0, photos).forEach(n -> send(n).expect(201));
    }

    private Answer send(int n) {
        return send(album, n);
    }

    private Answer send(UUID into, int n) {
        return owner.send(owner.uploadOf(into, photo(n)));
    }

    private static byte[] photo(int n) {
        byte[] photo = Pictures.ofSize(EACH);
        photo[EACH - 1] = (byte) n;
        return photo;
    }

    private JsonObject usage() {
        return owner.get("api/usage").expect(200).json();
    }

    private Answer quota(long bytes) {
        return change(Json.createObjectBuilder().add("quotaBytes", bytes).build())
                .expect(200);
    }

    private Answer change(JsonObject change) {
        UUID account = lethe.database()
                .rows("select id from account where login = ?", row -> row.getObject(1, UUID.class), owner.login())
                .get(0);
        LetheClient admin = lethe.admin();
        return admin.send(admin.request("api/admin/accounts/" + account)
                .header("Content-Type", "application/json")
                .method("PATCH", BodyPublishers.ofString(change.toString())));
    }
}
