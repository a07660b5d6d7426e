package org.lethe.it.rest;

import static org.lethe.it.LetheAssertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lethe.it.Answer;
import org.lethe.it.Deletion;
import org.lethe.it.Lethe;
import org.lethe.it.LetheClient;
import org.lethe.it.Photo;

@DisplayName("All owners' deletions, as operators see them")
class AllDeletionsIT {
    @RegisterExtension
    static final Lethe lethe = Lethe.shared();

    private LetheClient operator;
    private LetheClient owner;

    @BeforeEach
    void anOperatorAndAnOwner() {
        operator = lethe.newAccount("operator");
        owner = lethe.newOwner();
    }

    @Test
    void theListShouldBeNarrowedAndRead() {
        UUID kept = Deletion.of(owner.delete("api/albums/" + owner.createAlbum("Kept", 1) + "?restoreWindow=PT20S")
                        .expect(202)
                        .json())
                .id();
        UUID gone = owner.awaitOver(
                        owner.deleteAlbum(owner.createAlbum("Gone", 1)).id())
                .id();

        assertThat(ids("owner=" + owner.login())).containsExactly(gone, kept);
        assertThat(ids("owner=" + owner.login() + "&state=completed")).containsExactly(gone);
        assertThat(ids("owner=" + owner.login() + "&state=COMPLETED,REQUESTED")).containsExactly(gone, kept);
        assertThat(ids("owner=" + owner.login() + "&kind=PHOTOS")).isEmpty();
        assertThat(ids("id=" + gone.toString().substring(0, 30))).containsExactly(gone);
        assertThat(ids("id=" + gone)).containsExactly(gone);
        assertThat(ids("owner=nobody-of-this-name")).isEmpty();
        assertThat(ids("owner=" + owner.login() + "&until=2020-01-01T00:00:00Z"))
                .isEmpty();
        assertThat(ids("owner=" + owner.login() + "&from=2020-01-01T00:00:00Z")).hasSize(2);
        assertThat(pages("owner=" + owner.login())).containsExactly(gone, kept);
        assertThat(operator.get("api/admin/deletions?state=LOST&kind=x&id=?&from=never"))
                .isProblem(400, "malformed")
                .hasErrorsFor("state", "kind", "id", "from");
        owner.restore(kept);
    }

    @Test
    void aFailureShouldStandInTheTimelineAndNoNameOfTheOwners() {
        UUID album = owner.createAlbum("Holiday of the owner");
        Photo photo = owner.upload(album, 1).get(0);
        UUID key = lethe.fileKey(photo.id());
        lethe.backup().block(key);
        UUID deletion = owner.deleteAlbum(album).id();
        owner.awaitOver(deletion);

        Answer answer = operator.get("api/admin/deletions/" + deletion).expect(200);
        lethe.backup().unblock(key);

        JsonObject seen = answer.json();
        assertThat(seen.getString("state")).isEqualTo("COMPLETED_WITH_FAILURES");
        assertThat(seen.getJsonObject("owner").getString("login")).isEqualTo(owner.login());
        assertThat(seen.getInt("openFailures")).isEqualTo(1);
        JsonObject backup = seen.getJsonArray("storages").getJsonObject(1);
        assertThat(backup.getString("storage")).isEqualTo("backup");
        assertThat(backup.getInt("failed")).isEqualTo(1);
        assertThat(backup.getInt("failedAttempts")).isEqualTo(1); // it is permanent
        assertThat(seen.getJsonArray("failures").getJsonObject(0).getString("state"))
                .isEqualTo("OPEN");
        assertThat(seen.getJsonArray("timeline").getValuesAs(JsonObject.class).stream()
                        .map(happened -> happened.getString("what"))
                        .distinct())
                .contains("requested", "attempts-failed", "completed-with-failures");
        JsonObject attempts = seen.getJsonArray("timeline").getValuesAs(JsonObject.class).stream()
                .filter(happened -> happened.getString("what").equals("attempts-failed"))
                .findFirst()
                .orElseThrow();
        assertThat(attempts.getString("detail")).isEqualTo("1 on backup: not a plain file");
        assertThat(attempts.getJsonObject("facts").toString())
                .isEqualTo("{\"cause\":\"not a plain file\",\"count\":1,\"storage\":\"backup\"}");
        assertThat(answer.text()).doesNotContain("Holiday", "filename");
        JsonObject failure = seen.getJsonArray("failures").getJsonObject(0);
        operator.post("api/admin/failures/" + failure.getString("latestId") + "/retry")
                .expect(200);
        owner.await(deletion, now -> now.state().equals("COMPLETED"));
    }

    @Test
    void ofALongTimelineTheNewestShouldBeTold() {
        UUID deletion = owner.awaitOver(
                        owner.deleteAlbum(owner.createAlbum("Long", 1)).id())
                .id();
        lethe.database()
                .execute(
                        "insert into removal_attempt (deletion_id, storage, generation, counted, node, started_at, took_ms,"
                                + " cause, error) select ?, 'main', 1, false, 'node', now() - make_interval(mins => 250 - n), 1,"
                                + " 'trouble ' || n, '' from generate_series(1, 250) n",
                        deletion);

        JsonObject seen =
                operator.get("api/admin/deletions/" + deletion).expect(200).json();
        lethe.database().execute("delete from removal_attempt where deletion_id = ?", deletion);

        List<JsonObject> timeline = seen.getJsonArray("timeline").getValuesAs(JsonObject.class);
        assertThat(seen.getBoolean("timelineComplete")).isFalse();
        assertThat(timeline).hasSize(200);
        assertThat(timeline.stream().map(happened -> Instant.parse(happened.getString("at"))))
                .isSorted();
        assertThat(timeline.stream().map(happened -> happened.getString("detail", "")))
                .contains("1 on main: trouble 250", "1 on main: trouble 60")
                .doesNotContain("1 on main: trouble 1", "1 on main: trouble 50");
        assertThat(operator.get("api/admin/deletions/" + deletion)
                        .expect(200)
                        .json()
                        .getBoolean("timelineComplete"))
                .isTrue();
    }

    private List<UUID> ids(String query) {
        return operator.get("api/admin/deletions?" + query).expect(200).items().stream()
                .map(JsonValue::asJsonObject)
                .map(item -> UUID.fromString(item.getString("id")))
                .toList();
    }

    /** The same list, one by one. */
    private List<UUID> pages(String query) {
        List<UUID> all = new ArrayList<>();
        String cursor = "";
        do {
            JsonObject page = operator.get("api/admin/deletions?" + query + "&limit=1" + cursor)
                    .expect(200)
                    .json();
            page.getJsonArray("items")
                    .getValuesAs(JsonObject.class)
                    .forEach(item -> all.add(UUID.fromString(item.getString("id"))));
            cursor = page.containsKey("nextCursor") ? "&cursor=" + page.getString("nextCursor") : "";
        } while (!cursor.isEmpty());
        return all;
    }
}
