package org.lethe.it.rest;

import static org.lethe.it.LetheAssertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
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
import org.lethe.it.Sha256;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("A dry run, and the deletion of exactly what it counted")
class DryRunIT {
    @RegisterExtension
    static final Lethe lethe = Lethe.shared();

    private LetheClient owner;
    private UUID album;
    private List<Photo> photos;

    @BeforeEach
    void anAlbumOfFour() {
        owner = lethe.newOwner();
        album = owner.createAlbum("Counted", 4);
        photos = owner.photos(album);
    }

    @AfterAll
    void everythingHolds() {
        lethe.invariants().awaitQuiet().assertHolds();
    }

    @Test
    void itShouldCountAndDeleteNothing() {
        JsonObject snapshot = dryRunOfAlbum();

        assertThat(snapshot.getInt("photos")).isEqualTo(4);
        assertThat(snapshot.getInt("files")).isEqualTo((int) lethe.database()
                .number(
                        "select 2 * count(*) from photo p join photo_file f on f.photo_id = p.id"
                                + " where p.album_id = ?",
                        album));
        assertThat(snapshot.getInt("bytes"))
                .isEqualTo((int) photos.stream().mapToLong(Photo::bytes).sum());
        assertThat(snapshot.getJsonArray("sample").getValuesAs(JsonObject.class))
                .extracting(photo -> UUID.fromString(photo.getString("id")))
                .containsExactlyElementsOf(photos.stream().map(Photo::id).toList());
        assertThat(owner.photos(album)).isEqualTo(photos);
        assertThat(owner.get("api/deletions").items()).isEmpty();
    }

    @Test
    void whatWasCountedShouldBeDeletedOnce() {
        UUID snapshot = id(dryRunOfAlbum());

        Deletion deletion = deleted(snapshot);

        assertThat(owner.get("api/albums/" + album)).isProblem(404, "not-found");
        assertThat(deletion.json().getString("albumId")).isEqualTo(album.toString());
        assertThat(ofSnapshot(deletion)).doesNotContainKeys("missing", "kept");
        Deletion over = owner.awaitOver(deletion.id());
        assertThat(over).isCompletedFor(4);
        assertThat(ofSnapshot(over).getInt("photos")).isEqualTo(4);
        assertThat(ofSnapshot(over).getInt("missing")).isZero();
        assertThat(deleted(snapshot).id()).isEqualTo(deletion.id());
    }

    @Test
    void whatHasComeSinceShouldStayInAnAlbumOfTheSameName() {
        UUID snapshot = id(dryRunOfAlbum());
        Photo later = owner.upload(album, Pictures.saying("later"));

        Deletion deletion = deleted(snapshot);

        JsonObject kept = ofSnapshot(deletion).getJsonObject("kept");
        UUID stays = UUID.fromString(kept.getString("albumId"));
        assertThat(kept.getInt("photos")).isEqualTo(1);
        assertThat(owner.get("api/albums/" + stays).json().getString("name")).isEqualTo("Counted");
        assertThat(owner.awaitOver(deletion.id())).isCompletedFor(4);
        assertThat(owner.photos(stays)).extracting(Photo::id).containsExactly(later.id());
        assertThat(Sha256.of(owner.content(later.id()))).isEqualTo(later.sha256());
    }

    /** Its row is older than the dry run, and was not a photo that can be seen then. */
    @Test
    void anUploadThatWasUnderWayShouldStay() {
        UUID photo = photos.get(0).id();
        lethe.database().execute("update photo set state = 'UPLOADING' where id = ?", photo);
        JsonObject snapshot = dryRunOfAlbum();
        lethe.database().execute("update photo set state = 'STORED' where id = ?", photo);

        Deletion over = owner.awaitOver(deleted(id(snapshot)).id());

        assertThat(snapshot.getInt("photos")).isEqualTo(3);
        assertThat(over).isCompletedFor(3);
        assertThat(owner.get("api/photos/" + photo)).hasStatus(200);
    }

    @Test
    void whatHasLeftSinceShouldBeMissing() {
        UUID snapshot = id(dryRunOfAlbum());
        owner.awaitOver(owner.deletePhoto(photos.get(0).id()).id());

        Deletion over = owner.awaitOver(deleted(snapshot).id());

        assertThat(over).isCompletedFor(3);
        assertThat(ofSnapshot(over).getInt("missing")).isEqualTo(1);
    }

    @Test
    void whatLeftAndCameBackShouldStay() {
        UUID photo = photos.get(0).id();
        UUID snapshot = id(dryRunOfAlbum());
        owner.restore(deletedFor("PT3S", photo).id());

        Deletion over = owner.awaitOver(deleted(snapshot).id());

        assertThat(over).isCompletedFor(3);
        assertThat(owner.get("api/photos/" + photo)).hasStatus(200);
    }

    @Test
    void aPhotoThatWasDeletedBeforeShouldNotComeBackIntoAnAlbumThatGoes() {
        Deletion ofPhoto = deletedFor("PT8S", photos.get(0).id());
        UUID snapshot = id(dryRunOfAlbum());
        Deletion ofAlbum = Deletion.of(
                owner.post("api/deletions", "{\"snapshotId\": \"" + snapshot + "\", \"restoreWindow\": \"PT8S\"}")
                        .expect(202)
                        .json());

        assertThat(owner.post("api/deletions/" + ofPhoto.id() + "/restore")).isProblem(409, "not-restorable");
        owner.restore(ofAlbum.id());
        owner.restore(ofPhoto.id());
        assertThat(owner.photos(album)).hasSize(4);
    }

    @Test
    void namedPhotosShouldBeDeletedAsFarAsTheyAreThere() {
        UUID snapshot = id(
                dryRunOf(photos.get(0).id(), photos.get(1).id(), photos.get(2).id()));
        owner.deletePhoto(photos.get(1).id());

        Deletion over = owner.awaitOver(deleted(snapshot).id());

        assertThat(over).isCompletedFor(2);
        assertThat(ofSnapshot(over).getInt("missing")).isEqualTo(1);
        assertThat(owner.photos(album)).containsExactly(photos.get(3));
    }

    @Test
    void whatIsNotThereAnyMoreShouldBeRefused() {
        UUID ofPhoto = id(dryRunOf(photos.get(0).id()));
        UUID ofAlbum = id(dryRunOfAlbum());
        owner.deleteAlbum(album);

        assertThat(delete(ofPhoto)).isProblem(409, "snapshot-changed");
        assertThat(delete(ofAlbum)).isProblem(409, "snapshot-changed");
    }

    @Test
    void anExpiredOneShouldBeRefusedAndNothingDeleted() {
        UUID snapshot = id(dryRunOfAlbum());
        lethe.database().execute("update deletion_snapshot set expires_at = now() where id = ?", snapshot);

        assertThat(delete(snapshot)).isProblem(409, "snapshot-expired");
        assertThat(owner.photos(album)).hasSize(4);
    }

    @Test
    void anotherOwnersShouldBeUnknown() {
        UUID snapshot = id(dryRunOfAlbum());
        LetheClient another = lethe.newOwner();

        assertThat(another.post("api/deletions", "{\"snapshotId\": \"" + snapshot + "\"}"))
                .isProblem(404, "not-found");
        assertThat(delete(UUID.randomUUID())).isProblem(404, "not-found");
        assertThat(another.post("api/deletions", "{\"dryRun\": true, \"albumId\": \"" + album + "\"}"))
                .isProblem(404, "not-found");
        Answer foreign = another.post("api/deletions", dryRun(photos.get(0).id()));
        assertThat(foreign).isProblem(422, "unknown-photos");
        assertThat(foreign.json().getJsonArray("photoIds").getValuesAs(JsonString::getString))
                .containsExactly(photos.get(0).id().toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"dryRun\": \"yes\"",
                "\"dryRun\": \"true\"",
                "\"dryRun\": 1",
                "\"dryRun\": {}",
                "\"dryRun\": true, \"restoreWindow\": \"PT1H\"",
                "\"snapshotId\": \"0198f6c2-6d0e-7b3a-9c55-0f6a1d2e3b4c\""
            })
    void whatIsNotClearShouldBeRefusedAndNothingDeleted(String members) {
        assertThat(owner.post("api/deletions", "{\"albumId\": \"" + album + "\", " + members + "}"))
                .isProblem(400, "malformed");
        assertThat(owner.photos(album)).hasSize(4);
    }

    private JsonObject dryRunOfAlbum() {
        return owner.post("api/deletions", "{\"albumId\": \"" + album + "\", \"dryRun\": true}")
                .expect(200)
                .json();
    }

    private JsonObject dryRunOf(UUID... ids) {
        return owner.post("api/deletions", dryRun(ids)).expect(200).json();
    }

    private static JsonObject dryRun(UUID... ids) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        for (UUID id : ids) {
            array.add(id.toString());
        }
        JsonObjectBuilder body = Json.createObjectBuilder().add("photoIds", array);
        return body.add("dryRun", true).build();
    }

    private Deletion deletedFor(String window, UUID photo) {
        return Deletion.of(owner.delete("api/photos/" + photo + "?restoreWindow=" + window)
                .expect(202)
                .json());
    }

    private Deletion deleted(UUID snapshot) {
        return Deletion.of(delete(snapshot).expect(202).json());
    }

    private Answer delete(UUID snapshot) {
        return owner.post("api/deletions", "{\"snapshotId\": \"" + snapshot + "\"}");
    }

    private static UUID id(JsonObject snapshot) {
        return UUID.fromString(snapshot.getString("snapshotId"));
    }

    private static JsonObject ofSnapshot(Deletion deletion) {
        return deletion.json().getJsonObject("snapshot");
    }
}
