package org.lethe.it.rest;

import static org.lethe.it.LetheAssertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
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
import org.lethe.it.Deletion;
import org.lethe.it.Lethe;
import org.lethe.it.LetheClient;
import org.lethe.it.Photo;
import org.lethe.it.Pictures;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("Asking for a deletion")
class DeletionsIT {
    @RegisterExtension
    static final Lethe lethe = Lethe.shared();

    private LetheClient owner;
    private UUID album;
    private List<Photo> photos;

    @BeforeAll
    void anOwner() {
        owner = lethe.newOwner();
    }

    @BeforeEach
    void anAlbumOfFour() {
        album = owner.createAlbum("Deletions", 4);
        photos = owner.photos(album);
    }

    @AfterAll
    void everythingHolds() {
        lethe.invariants().awaitQuiet().assertHolds();
    }

    @Test
    void anAlbumShouldBeAnsweredWithTheAddressOfItsDeletion() {
        Answer answer = owner.delete("api/albums/" + album);

        assertThat(answer).hasStatus(202);
        JsonObject deletion = answer.json();
        assertThat(answer).hasHeader("Location", lethe.url() + "api/deletions/" + deletion.getString("id"));
        assertThat(deletion.getString("kind")).isEqualTo("ALBUM");
        assertThat(deletion.getString("albumId")).isEqualTo(album.toString());
        assertThat(deletion.getString("state")).isEqualTo("REQUESTED");
        assertThat(deletion.getString("requestedAt")).endsWith("Z");
        assertThat(owner.awaitOver(UUID.fromString(deletion.getString("id")))).isCompletedFor(4);
    }

    @Test
    void aDeletedAlbumShouldBeHiddenAtOnceWithAllThatIsInIt() {
        owner.deleteAlbum(album);

        assertThat(owner.get("api/albums/" + album)).isProblem(404, "not-found");
        assertThat(owner.get("api/albums/" + album + "/photos")).isProblem(404, "not-found");
        assertThat(owner.get("api/photos/" + photos.get(0).id())).isProblem(404, "not-found");
        assertThat(owner.get("api/photos/" + photos.get(0).id() + "/content")).isProblem(404, "not-found");
        assertThat(owner.get("api/albums?limit=500").text()).doesNotContain(album.toString());
    }

    @Test
    void anAlbumThatIsDeletedTwiceShouldBeAnsweredWithTheSameDeletion() {
        Deletion first = owner.deleteAlbum(album);
        Deletion second = owner.deleteAlbum(album);
        owner.awaitOver(first.id());
        Deletion third = owner.deleteAlbum(album);

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(third.id()).isEqualTo(first.id());
        assertThat(third).isCompletedFor(4);
    }

    @Test
    void anEmptyAlbumShouldBeDeletedToo() {
        UUID empty = owner.createAlbum("Empty");

        assertThat(owner.awaitOver(owner.deleteAlbum(empty).id())).isCompletedFor(0);
    }

    @Test
    void onePhotoShouldGoAndTheOthersStay() {
        UUID photo = photos.get(1).id();

        Deletion first = owner.deletePhoto(photo);
        Deletion second = owner.deletePhoto(photo);

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(owner.get("api/photos/" + photo)).isProblem(404, "not-found");
        assertThat(owner.awaitOver(first.id())).isCompletedFor(1);
        assertThat(owner.photos(album)).hasSize(3);
    }

    @Test
    void aPhotoThatIsGoneWithItsAlbumShouldBeAnsweredWithTheAlbumsDeletion() {
        Deletion ofAlbum = owner.deleteAlbum(album);

        assertThat(owner.deletePhoto(photos.get(0).id()).id()).isEqualTo(ofAlbum.id());
    }

    @Test
    void anAlbumShouldGoWhenSomeOfItsPhotosHaveGoneBefore() {
        Deletion ofPhoto = owner.deletePhoto(photos.get(0).id());

        Deletion ofAlbum = owner.deleteAlbum(album);

        assertThat(owner.awaitOver(ofPhoto.id())).isCompletedFor(1);
        assertThat(owner.awaitOver(ofAlbum.id())).isCompletedFor(3);
    }

    @Test
    void manyPhotosShouldGoTogetherEachOnce() {
        UUID twice = photos.get(0).id();

        Deletion deletion = owner.deletePhotos(List.of(twice, photos.get(2).id(), twice));

        assertThat(owner.awaitOver(deletion.id())).isCompletedFor(2);
        assertThat(owner.photos(album)).hasSize(2);
    }

    @Test
    void anAlbumShouldGoByItsIdToo() {
        Answer answer = owner.post("api/deletions", "{\"albumId\": \"" + album + "\"}");

        assertThat(answer).hasStatus(202).hasHeader("Location");
        assertThat(owner.awaitOver(UUID.fromString(answer.json().getString("id"))))
                .isCompletedFor(4);
    }

    @Test
    void unknownAndForeignAndDeletedPhotosShouldBeListedAndNothingDeleted() {
        UUID unknown = UUID.randomUUID();
        LetheClient another = lethe.newOwner();
        UUID foreign = another.upload(another.createAlbum("Another's"), Pictures.saying("1"))
                .id();
        UUID deleted = photos.get(3).id();
        owner.deletePhoto(deleted);
        int deletions = deletions();

        Answer answer = owner.requestDeletionOf(List.of(photos.get(0).id(), unknown, foreign, deleted));

        assertThat(answer).isProblem(422, "unknown-photos");
        assertThat(answer.json().getJsonArray("photoIds").getValuesAs(JsonString::getString))
                .containsExactly(unknown.toString(), foreign.toString(), deleted.toString());
        assertThat(owner.photos(album)).hasSize(3);
        assertThat(another.get("api/photos/" + foreign)).hasStatus(200);
        assertThat(deletions()).isEqualTo(deletions);
    }

    @Test
    void idsThatAreNoneShouldBeListedAndNothingDeleted() {
        Answer answer =
                owner.post("api/deletions", "{\"photoIds\": [\"" + photos.get(0).id() + "\", \"first\", \"second\"]}");

        assertThat(answer).isProblem(400, "malformed").hasErrorsFor("photoIds[1]", "photoIds[2]");
        assertThat(owner.photos(album)).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"photoIds\": []}",
                "{\"photoIds\": null}",
                "{\"photoIds\": {}}",
                "{\"photoIds\": [1]}",
                "{\"photoIds\": [null]}",
                "{\"albumId\": 7}",
                "{\"albumId\": \"album\"}",
                "{\"photoIds\": [\"",
                "nonsense"
            })
    void aRequestThatCannotBeReadShouldBeRefused(String body) {
        assertThat(owner.post("api/deletions", body)).isProblem(400, "malformed");
    }

    @Test
    void anAlbumAndPhotosAtOnceShouldBeRefused() {
        Answer answer = owner.post(
                "api/deletions",
                "{\"albumId\": \"" + album + "\", \"photoIds\": [\""
                        + photos.get(0).id() + "\"]}");

        assertThat(answer).isProblem(400, "malformed");
        assertThat(owner.photos(album)).hasSize(4);
    }

    @Test
    void tenThousandPhotosShouldBeTheMost() {
        String tooMany = Stream.generate(UUID::randomUUID)
                .limit(10_001)
                .map(id -> "\"" + id + "\"")
                .collect(Collectors.joining(",", "{\"photoIds\": [", "]}"));

        assertThat(owner.post("api/deletions", tooMany))
                .isProblem(400, "malformed")
                .hasErrorsFor("photoIds");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"http://x\"", "7", "[]", "{}", "{\"url\": 7}", "{\"url\": null}"})
    void aCallbackThatHasNoUrlShouldBeRefusedAndNothingDeleted(String callback) {
        assertThat(requestWithCallback(callback)).isProblem(400, "malformed").hasErrorsFor("callback");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://photos.example/",
                "https://127.0.0.1/",
                "https://[::1]/",
                "https://169.254.169.254/latest/",
                "https://ann:secret@photos.example/",
                "https://photos.example:0/",
                "https://photos.example/#end"
            })
    void aCallbackToWhatIsNotCalledShouldBeRefusedAndNothingDeleted(String url) {
        assertThat(requestWithCallback("{\"url\": \"" + url + "\"}"))
                .isProblem(422, "callback-refused")
                .hasErrorsFor("callback.url");
    }

    private Answer requestWithCallback(String callback) {
        int deletions = deletions();
        Answer answer = owner.post("api/deletions", "{\"albumId\": \"" + album + "\", \"callback\": " + callback + "}");
        assertThat(owner.photos(album)).hasSize(4);
        assertThat(deletions()).isEqualTo(deletions);
        return answer;
    }

    /** A name is looked up when it is called, and then as public ones are by default. */
    @Test
    void aCallbackToAPrivateAddressShouldNotBeMade() throws Exception {
        try (ServerSocket here = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String url = "https://localhost:" + here.getLocalPort() + "/hook";
            Deletion deletion = Deletion.of(owner.post(
                            "api/deletions",
                            "{\"albumId\": \"" + album + "\", \"callback\": {\"url\": \"" + url + "\"}}")
                    .expect(202)
                    .json());

            Deletion told = owner.await(
                    deletion.id(), now -> callback(now).getString("state").equals("FAILED"));

            assertThat(told).is("COMPLETED");
            assertThat(callback(told).getString("lastError")).isEqualTo("the host has no address that may be called");
            assertThat(callback(told).getInt("attempts")).isEqualTo(Lethe.MAX_ATTEMPTS);
            here.setSoTimeout(1);
            Assertions.assertThatThrownBy(here::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    private static JsonObject callback(Deletion deletion) {
        return deletion.json().getJsonObject("callback");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7", "P", "-PT1S", "PT1H2", "tomorrow", "PT99999999999999999999H", "P1Y"})
    void aWindowThatIsNoDurationShouldBeRefusedAndNothingDeleted(String window) {
        String asked = "restoreWindow=" + window;

        assertThat(owner.delete("api/albums/" + album + '?' + asked))
                .isProblem(400, "malformed")
                .hasErrorsFor("restoreWindow");
        assertThat(owner.delete("api/photos/" + photos.get(0).id() + '?' + asked))
                .isProblem(400, "malformed")
                .hasErrorsFor("restoreWindow");
        assertThat(owner.photos(album)).hasSize(4);
    }

    @Test
    void aWindowBeyondTheLongestShouldBeRefusedAndNothingDeleted() {
        Answer answer =
                owner.post("api/deletions", "{\"albumId\": \"" + album + "\", \"restoreWindow\": \"PT720H0.001S\"}");

        assertThat(owner.delete("api/albums/" + album + "?restoreWindow=P31D"))
                .isProblem(422, "restore-window-too-long");
        assertThat(answer).isProblem(422, "restore-window-too-long");
        assertThat(answer.json().getString("maximum")).isEqualTo("PT720H");
        assertThat(owner.photos(album)).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"state=GONE", "state=", "restorable=yes", "restorable="})
    void aFilterThatIsNoneShouldBeRefused(String filter) {
        assertThat(owner.get("api/deletions?" + filter))
                .isProblem(400, "malformed")
                .hasErrorsFor(filter.replaceAll("=.*", ""));
    }

    @Test
    void whatIsNotThereShouldNotBeDeleted() {
        assertThat(owner.delete("api/albums/" + UUID.randomUUID())).isProblem(404, "not-found");
        assertThat(owner.delete("api/photos/" + UUID.randomUUID())).isProblem(404, "not-found");
        assertThat(owner.get("api/deletions/" + UUID.randomUUID())).isProblem(404, "not-found");
        assertThat(owner.post("api/deletions", "{\"albumId\": \"" + UUID.randomUUID() + "\"}"))
                .isProblem(404, "not-found");
    }

    @Test
    void aDeletionWithoutARestoreWindowShouldNotBeRestored() {
        Deletion deletion = owner.deleteAlbum(album);
        owner.awaitOver(deletion.id());

        assertThat(owner.post("api/deletions/" + deletion.id() + "/restore")).isProblem(409, "not-restorable");
        assertThat(owner.deletion(deletion.id())).isCompletedFor(4);
    }

    private int deletions() {
        return owner.get("api/deletions?limit=500").expect(200).items().size();
    }
}
