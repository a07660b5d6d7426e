package org.lethe.it.rest;

import static org.lethe.it.LetheAssertions.assertThat;

import jakarta.json.JsonObject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lethe.it.Lethe;
import org.lethe.it.LetheClient;
import org.lethe.it.Pictures;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("Searching photos by time")
class SearchIT {
    @RegisterExtension
    static final Lethe lethe = Lethe.shared();

    private LetheClient owner;
    private UUID taken;
    private UUID uploadedFirst;
    private UUID uploadedLast;

    /** One was taken on 17 May 2024 at 14:30:15; the others do not say when. */
    @BeforeAll
    void photosInTwoAlbums() {
        owner = lethe.newOwner();
        UUID one = owner.createAlbum("One");
        UUID other = owner.createAlbum("Other");
        uploadedFirst = owner.upload(one, Pictures.saying("first")).id();
        taken = owner.upload(other, Pictures.taken()).id();
        uploadedLast = owner.upload(other, Pictures.saying("last")).id();
        UUID deleted = owner.upload(one, Pictures.saying("deleted")).id();
        owner.deletePhoto(deleted);
        UUID withAlbum = owner.createAlbum("Deleted");
        owner.upload(withAlbum, Pictures.saying("deleted with its album"));
        owner.deleteAlbum(withAlbum);
    }

    @Test
    void allShouldComeTheLatestFirst() {
        assertThat(found("")).containsExactly(uploadedLast, uploadedFirst, taken);
        assertThat(ids(lethe.newOwner(), "api/photos")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from=2024-05-17&to=2024-05-17",
                "from=2024-05-17T14:30:15&to=2024-05-17T14:30:16",
                "to=2024-12-31",
                "from=2000-01-01&to=2024-05-18"
            })
    void aTimeShouldFindWhatWasTakenInIt(String query) {
        assertThat(found(query)).containsExactly(taken);
    }

    @ParameterizedTest
    @ValueSource(strings = {"to=2024-05-16", "from=2024-05-17T14:30:16&to=2024-05-18", "to=2024-05-17T14:30:15"})
    void anotherTimeShouldNotFindIt(String query) {
        assertThat(found(query)).isEmpty();
    }

    @Test
    void whatDoesNotSayWhenItWasTakenShouldBeFoundWhereItWasUploaded() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);

        assertThat(found("from=" + today.minusDays(1))).containsExactly(uploadedLast, uploadedFirst);
    }

    @Test
    void aCursorShouldGoOnWhereThePageEnded() {
        List<UUID> all = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            JsonObject page = owner.get("api/photos?limit=1&cursor=" + cursor).json();
            page.getJsonArray("items")
                    .forEach(item -> all.add(UUID.fromString(item.asJsonObject().getString("id"))));
            cursor = page.getString("nextCursor", null);
        }

        assertThat(all).containsExactly(uploadedLast, uploadedFirst, taken);
    }

    @ParameterizedTest
    @ValueSource(strings = {"from=soon", "from=2024-05-17&to=2024-05-16", "to=2024-02-30", "limit=0"})
    void nonsenseShouldBeRefused(String query) {
        assertThat(owner.get("api/photos?" + query)).isProblem(400, "malformed");
    }

    private List<UUID> found(String query) {
        return ids(owner, "api/photos?" + query);
    }

    private static List<UUID> ids(LetheClient client, String path) {
        return client.get(path).expect(200).items().stream()
                .map(item -> UUID.fromString(item.asJsonObject().getString("id")))
                .toList();
    }
}
