package org.lethe.it.rest;

import static org.lethe.it.LetheAssertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lethe.it.Lethe;
import org.lethe.it.LetheClient;
import org.lethe.it.Pictures;

@DisplayName("Reading a list page by page")
class ListsIT {
    @RegisterExtension
    static final Lethe lethe = Lethe.shared();

    private LetheClient owner;
    private int added;

    @BeforeEach
    void anOwner() {
        owner = lethe.newOwner();
    }

    @Test
    void albumsShouldComeNewestFirstEachOnceWhileOthersAreAdded() {
        Supplier<UUID> addition = () -> owner.createAlbum("Album " + added++);

        assertListed("api/albums", addition);
    }

    @Test
    void photosShouldComeNewestFirstEachOnceWhileOthersAreAdded() {
        UUID album = owner.createAlbum("Photos");
        Supplier<UUID> addition =
                () -> owner.upload(album, Pictures.saying("" + added++)).id();

        assertListed("api/albums/" + album + "/photos", addition);
    }

    @Test
    void deletionsShouldComeNewestFirstEachOnceWhileOthersAreAdded() {
        Supplier<UUID> addition =
                () -> owner.deleteAlbum(owner.createAlbum("Album " + added++)).id();

        assertListed("api/deletions", addition);
    }

    @Test
    void whatWasDeletedBetweenTwoPagesShouldHideNothingElse() {
        List<UUID> albums =
                Stream.generate(() -> owner.createAlbum("Album")).limit(5).toList();
        JsonObject first = owner.get("api/albums?limit=2").json();
        owner.deleteAlbum(albums.get(4));
        owner.deleteAlbum(albums.get(3));

        List<UUID> rest = ids(next("api/albums?limit=2", first));

        assertThat(rest).containsExactly(albums.get(2), albums.get(1));
    }

    @Test
    void aPageShouldHoldFiftyWhenNothingIsSaid() {
        UUID album = owner.createAlbum("Many");
        owner.upload(album, 51);

        assertThat(ids(owner.get("api/albums/" + album + "/photos").json())).hasSize(50);
        assertThat(ids(owner.get("api/albums/" + album + "/photos?limit=500").json()))
                .hasSize(51);
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=-1", "limit=501", "limit=many", "limit=99999999999"})
    void aLimitThatIsNotOneTo500ShouldBeRefused(String limit) {
        assertThat(owner.get("api/albums?" + limit)).isProblem(400, "malformed").hasErrorsFor("limit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "%20", "MjAyNg", "4oKs4oKs", "%00"})
    void aCursorOfSomebodyElseShouldBeRefused(String cursor) {
        assertThat(owner.get("api/albums?cursor=" + cursor))
                .isProblem(400, "malformed")
                .hasErrorsFor("cursor");
    }

    /** Seven are there; while they are read by threes, another one comes with each page. */
    private void assertListed(String path, Supplier<UUID> addition) {
        List<UUID> newestFirst =
                new ArrayList<>(Stream.generate(addition).limit(7).toList());
        Collections.reverse(newestFirst);

        JsonObject first = owner.get(path + "?limit=3").json();
        UUID afterTheFirst = addition.get();
        JsonObject second = next(path + "?limit=3", first);
        UUID afterTheSecond = addition.get();
        JsonObject third = next(path + "?limit=3", second);

        assertThat(Stream.of(first, second, third).map(ListsIT::ids).flatMap(List::stream))
                .containsExactlyElementsOf(newestFirst)
                .doesNotContain(afterTheFirst, afterTheSecond);
        assertThat(third.getOrDefault("nextCursor", JsonValue.NULL)).isEqualTo(JsonValue.NULL);
    }

    private JsonObject next(String path, JsonObject page) {
        JsonString cursor = page.getJsonString("nextCursor");
        return owner.get(path + "&cursor=" + cursor.getString()).expect(200).json();
    }

    private static List<UUID> ids(JsonObject page) {
        return page.getJsonArray("items").stream()
                .map(item -> UUID.fromString(item.asJsonObject().getString("id")))
                .toList();
    }
}
