package org.lethe.it.rest;

import static org.lethe.it.LetheAssertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
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
import org.lethe.it.Photo;
import org.lethe.it.Pictures;
import org.lethe.it.Sha256;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("Changing albums and photos")
class ChangesIT {
    @RegisterExtension
    static final Lethe lethe = Lethe.shared();

    private LetheClient owner;
    private UUID album;
    private Photo first;
    private Photo newest;

    @BeforeAll
    void anOwner() {
        owner = lethe.newOwner();
    }

    @BeforeEach
    void anAlbumOfTwoPhotos() {
        album = owner.createAlbum("Before");
        first = upload("first");
        newest = upload("newest");
    }

    @Test
    void anAlbumShouldTakeAnotherName() {
        Answer changed = owner.patch("api/albums/" + album, "{\"name\": \" 여름 \"}");

        assertThat(changed).hasStatus(200);
        assertThat(changed.json().getString("name")).isEqualTo("여름");
        assertThat(owner.get("api/albums/" + album).json().getString("name")).isEqualTo("여름");
    }

    @Test
    void theCoverShouldBeTheNewestPhotoUntilOneIsChosen() {
        assertThat(cover()).isEqualTo(newest.id());

        owner.patch("api/albums/" + album, cover(first.id())).expect(200);
        assertThat(cover()).isEqualTo(first.id());

        owner.patch("api/albums/" + album, "{\"coverPhotoId\": null}").expect(200);
        assertThat(cover()).isEqualTo(newest.id());
    }

    @Test
    void aCoverThatIsDeletedShouldGiveWayToTheNewestPhoto() {
        owner.patch("api/albums/" + album, cover(first.id())).expect(200);

        owner.deletePhoto(first.id());

        assertThat(cover()).isEqualTo(newest.id());
        assertThat(owner.get("api/albums").items().stream()
                        .map(one -> one.asJsonObject().getString("id")))
                .contains(album.toString());
    }

    @Test
    void aCoverFromElsewhereShouldBeRefused() {
        UUID elsewhere = owner.createAlbum("Elsewhere");

        assertThat(owner.patch("api/albums/" + elsewhere, cover(first.id()))).isProblem(422, "unknown-photos");
    }

    @Test
    void aPhotoShouldMoveAndKeepItsBytes() {
        UUID other = owner.createAlbum("After");

        Answer moved = owner.patch("api/photos/" + first.id(), "{\"albumId\": \"" + other + "\"}");

        assertThat(moved).hasStatus(200);
        assertThat(moved.json().getString("albumId")).isEqualTo(other.toString());
        assertThat(owner.photos(album)).extracting(Photo::id).containsExactly(newest.id());
        assertThat(owner.photos(other)).extracting(Photo::id).containsExactly(first.id());
        assertThat(Sha256.of(owner.content(first.id()))).isEqualTo(first.sha256());
    }

    @Test
    void movesToAndFroAtTheSameTimeShouldNotWaitForEachOther() {
        UUID other = owner.createAlbum("To and fro");
        List<CompletableFuture<Void>> moves = new ArrayList<>();
        for (Photo photo : List.of(first, newest, upload(other, "third"), upload(other, "fourth"))) {
            moves.add(CompletableFuture.runAsync(() -> {
                for (UUID target : List.of(other, album, other, album, other)) {
                    owner.patch("api/photos/" + photo.id(), "{\"albumId\": \"" + target + "\"}")
                            .expect(200);
                }
            }));
        }

        moves.forEach(CompletableFuture::join);

        assertThat(owner.photos(other)).hasSize(4);
        assertThat(owner.get("api/usage").json().getInt("photos"))
                .isEqualTo(owner.get("api/photos?limit=500").items().size());
    }

    @Test
    void whatMovedOutOfAnAlbumShouldSurviveItsDeletion() {
        UUID other = owner.createAlbum("After");
        owner.patch("api/photos/" + first.id(), "{\"albumId\": \"" + other + "\"}")
                .expect(200);

        owner.awaitOver(owner.deleteAlbum(album).id());

        assertThat(owner.get("api/photos/" + newest.id())).isProblem(404, "not-found");
        assertThat(owner.photos(other)).extracting(Photo::id).containsExactly(first.id());
        assertThat(owner.content(first.id())).isNotEmpty();
    }

    @Test
    void whatMovedIntoAnAlbumShouldBeDeletedWithIt() {
        UUID other = owner.createAlbum("After");
        upload(other, "already there");
        owner.patch("api/photos/" + first.id(), "{\"albumId\": \"" + other + "\"}")
                .expect(200);

        assertThat(owner.awaitOver(owner.deleteAlbum(other).id()).photos()).isEqualTo(2);
        assertThat(owner.get("api/photos/" + first.id())).isProblem(404, "not-found");
    }

    @Test
    void noPhotoShouldMoveToADeletedOrForeignOrUnknownAlbum() {
        UUID deleted = owner.createAlbum("Deleted");
        owner.deleteAlbum(deleted);
        UUID foreign = lethe.newOwner().createAlbum("Foreign");

        for (UUID target : new UUID[] {deleted, foreign, UUID.randomUUID()}) {
            assertThat(owner.patch("api/photos/" + first.id(), "{\"albumId\": \"" + target + "\"}"))
                    .isProblem(422, "unknown-album");
        }
        assertThat(owner.photos(album)).extracting(Photo::id).contains(first.id());
    }

    @Test
    void aPhotoShouldTakeAnotherNameOrNone() {
        String path = "api/photos/" + first.id();

        assertThat(owner.patch(path, "{\"filename\": \"해변.jpg\"}").json().getString("filename"))
                .isEqualTo("해변.jpg");
        assertThat(owner.get(path + "/content?download=true"))
                .hasHeader(
                        "Content-Disposition",
                        "attachment; filename=\"__.jpg\"; filename*=UTF-8''%ED%95%B4%EB%B3%80.jpg");

        assertThat(owner.patch(path, "{\"filename\": null}").json()).doesNotContainKey("filename");
        assertThat(owner.get(path + "/content")).hasHeader("Content-Disposition", "inline");
    }

    @ParameterizedTest
    @ValueSource(strings = {"api/albums/%s", "api/photos/%s"})
    void aChangeOfAnEarlierStateShouldBeRefused(String path) {
        String resource = path.formatted(path.contains("albums") ? album : first.id());
        String change = path.contains("albums") ? "{\"name\": \"%s\"}" : "{\"filename\": \"%s\"}";
        String seen = owner.get(resource).header("ETag").orElseThrow();

        Answer changed = owner.patch(resource, change.formatted("one"), "If-Match", seen);
        assertThat(changed).hasStatus(200);
        assertThat(owner.patch(resource, change.formatted("two"), "If-Match", seen))
                .isProblem(412, "precondition-failed");

        String now = changed.header("ETag").orElseThrow();
        assertThat(owner.send(
                        owner.request(resource).header("If-None-Match", now).GET()))
                .hasStatus(304);
        assertThat(owner.send(
                        owner.request(resource).header("If-None-Match", seen).GET()))
                .hasStatus(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "null",
                "\"name\"",
                "{\"name\": null}",
                "{\"name\": 5}",
                "{\"name\": \" \"}",
                "{\"name\": \"a\\u0000b\"}",
                "{\"ownerId\": \"x\"}",
                "{\"name\": \"ok\", \"id\": \"x\"}",
                "{\"coverPhotoId\": \"x\"}",
                "{\"coverPhotoId\": [1]}"
            })
    void nonsenseShouldBeRefused(String body) {
        assertThat(owner.patch("api/albums/" + album, body)).isProblem(400, "malformed");
    }

    private static String cover(UUID photo) {
        return "{\"coverPhotoId\": \"" + photo + "\"}";
    }

    private UUID cover() {
        return UUID.fromString(owner.get("api/albums/" + album).json().getString("coverPhotoId"));
    }

    private Photo upload(String what) {
        return upload(album, what);
    }

    private Photo upload(UUID target, String what) {
        return owner.upload(target, Pictures.saying(what + " of " + target));
    }
}
