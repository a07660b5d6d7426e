package org.lethe.it.rest;

import static org.lethe.it.LetheAssertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lethe.it.Answer;
import org.lethe.it.Deletion;
import org.lethe.it.Failure;
import org.lethe.it.Lethe;
import org.lethe.it.LetheClient;
import org.lethe.it.StorageDirectory;

/** Whatever is done about failures, everything adds up afterwards: see the end of each test. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("What people do about failures")
class FailureDeskIT {
    @RegisterExtension
    static final Lethe lethe = Lethe.shared();

    private LetheClient owner;
    private LetheClient operator;
    private List<UUID> blocked;
    private Deletion deletion;

    @BeforeAll
    void people() {
        owner = lethe.newOwner();
        operator = lethe.newAccount("operator");
    }

    @BeforeEach
    void aDeletionOfWhichTwoFilesFail() {
        UUID album = owner.createAlbum("Stubborn", 2);
        blocked = owner.photos(album).stream()
                .map(photo -> lethe.fileKey(photo.id()))
                .toList();
        blocked.forEach(lethe.main()::block);
        deletion = owner.awaitOver(owner.deleteAlbum(album).id());
        assertThat(deletion).is("COMPLETED_WITH_FAILURES").hasFailed(2);
    }

    @AfterEach
    void everythingShouldAddUp() {
        blocked.forEach(lethe.main()::unblock);
        lethe.invariants().awaitQuiet().assertHolds();
        assertThat(operator.conservation().getInt("difference")).isZero();
        open().forEach(failure -> operator.retry(failure.id()));
        lethe.invariants().awaitQuiet().assertHolds();
    }

    @Test
    void aFailureShouldTellWhatIsOnEachStorageAndWhatCanBeDone() {
        JsonObject told = operator.failure(open().get(0).id()).json();

        assertThat(told.getJsonArray("storages").getJsonObject(0).getString("answer"))
                .isEqualTo("OTHER");
        assertThat(told.getJsonArray("storages").getJsonObject(1).getString("answer"))
                .isEqualTo("GONE");
        JsonObject file = told.getJsonArray("affected").getJsonObject(0);
        assertThat(file.getString("kind")).isEqualTo("ORIGINAL");
        assertThat(file.getString("contentType")).isEqualTo("image/jpeg");
        assertThat(file.getJsonArray("on")).hasSize(2);
        assertThat(told.getBoolean("alreadyGone")).isFalse();
        assertThat(texts(told, "actions")).containsExactly("retry", "assign", "note", "ignore", "resolve");
        assertThat(texts(told, "outcomes")).containsExactly("HANDLED");
        assertThat(told.getString("message")).contains("\"type\":\"RemoveFiles\"");
        assertThat(told.getJsonArray("timeline").stream()
                        .map(event -> event.asJsonObject())
                        .filter(event -> event.containsKey("attempt")))
                .hasSize(1)
                .allSatisfy(event -> assertThat(event.getJsonObject("attempt"))
                        .containsKeys("node", "tookMillis", "cause", "error", "round", "counted"));
    }

    @Test
    void aStorageThatIsAwayShouldBeAnAnswer() throws Exception {
        UUID failure = open().get(0).id();
        try (StorageDirectory.Outage outage = lethe.main().unmounted()) {
            assertThat(outage).isNotNull();
            JsonObject told = operator.failure(failure).json();

            assertThat(told.getJsonArray("storages").getJsonObject(0).getString("answer"))
                    .isEqualTo("UNAVAILABLE");
            assertThat(told.getBoolean("alreadyGone")).isFalse();
            assertThat(act(failure, "resolve", "{\"reason\":\"they say so\",\"outcome\":\"ALREADY_GONE\"}"))
                    .isProblem(503, "storage-unavailable");
        }
    }

    @Test
    void aFailureShouldBeGivenToSomebodyAndTakenBack() {
        LetheClient bob = lethe.newAccount("operator");
        UUID failure = open().get(0).id();

        JsonObject assigned = act(
                        failure,
                        "assign",
                        "{\"assignee\":\"" + bob.login()
                                + "\",\"note\":\"Look at the mount.\",\"dueAt\":\"2099-12-24T18:00:00Z\"}")
                .expect(200)
                .json();
        assertThat(assigned.getString("state")).isEqualTo("ASSIGNED");
        assertThat(assigned.getString("assignee")).isEqualTo(bob.login());
        assertThat(assigned.getString("dueAt")).isEqualTo("2099-12-24T18:00:00Z");
        assertThat(assigned.getBoolean("overdue")).isFalse();
        assertThat(audit("FAILURE_ASSIGNED", failure.toString()).getString("note"))
                .isEqualTo("Look at the mount.");

        act(failure, "assign", "{\"assignee\":\"admin\",\"note\":\"Or you.\"}").expect(200);
        act(failure, "note", "{\"note\":\"It was the cable.\"}").expect(200);
        JsonObject back = act(failure, "unassign", "{\"reason\":\"on holiday\"}")
                .expect(200)
                .json();
        assertThat(back.getString("state")).isEqualTo("OPEN");
        assertThat(back).doesNotContainKeys("assignee", "dueAt");
        assertThat(operator.failure(failure))
                .tells("to a person at once", "assigned", "assigned", "note", "unassigned");
    }

    @Test
    void onlyWhoSeesToFailuresShouldBeGivenOne() {
        UUID failure = open().get(0).id();

        for (String login : List.of("nobody", owner.login())) {
            assertThat(act(failure, "assign", "{\"assignee\":\"" + login + "\",\"note\":\"x\"}"))
                    .isProblem(422, "no-such-assignee")
                    .hasErrorsFor("assignee");
        }
        assertThat(texts(operator.get("api/admin/failures/assignees").json(), "items"))
                .contains("admin", operator.login())
                .doesNotContain(owner.login());
    }

    @Test
    void everyFaultOfABodyShouldBeToldAtOnce() {
        UUID failure = open().get(0).id();

        assertThat(act(failure, "assign", "{\"dueAt\":\"2001-01-01T00:00:00Z\",\"color\":\"red\"}"))
                .isProblem(400, "malformed")
                .hasErrorsFor("note", "assignee", "dueAt", "color");
        assertThat(act(failure, "resolve", "{\"reason\":\"x\",\"outcome\":\"GONE\"}"))
                .isProblem(400, "malformed")
                .hasErrorsFor("reason", "outcome");
        assertThat(operator.post(
                        "api/admin/failures/acts",
                        "{\"act\":\"EAT\",\"filter\":{\"states\":[\"OPEN\"]},\"expected\":-1}"))
                .isProblem(400, "malformed")
                .hasErrorsFor("act", "filter.states", "expected");
    }

    @Test
    void whatSomebodyElseDidMeanwhileShouldNotBeOverwritten() {
        UUID failure = open().get(0).id();
        String path = "api/admin/failures/" + failure;
        String seen = operator.get(path).header("ETag").orElseThrow();
        act(failure, "note", "{\"note\":\"I am at it.\"}").expect(200);

        assertThat(ifMatch(path + "/ignore", seen, "{\"reason\":\"never mind\"}"))
                .isProblem(412, "precondition-failed");
        assertThat(ifMatch(path + "/retry", seen, "")).isProblem(412, "precondition-failed");
        assertThat(operator.failure(failure)).is("OPEN");

        String now = operator.get(path).header("ETag").orElseThrow();
        assertThat(ifMatch(path + "/note", now, "{\"note\":\"me, too\"}")).hasStatus(200);
    }

    @Test
    void anIgnoredFailureShouldBeOverAndItsFileWaived() {
        UUID failure = open().get(0).id();

        Answer ignored = act(failure, "ignore", "{\"reason\":\"the album was a test\"}");

        assertThat(ignored.expect(200).json().getString("state")).isEqualTo("IGNORED");
        assertThat(texts(ignored.json(), "actions")).containsExactly("note");
        assertThat(removal(failure)).isEqualTo("WAIVED");
        assertThat(audit("FAILURE_IGNORED", failure.toString()).getString("reason"))
                .isEqualTo("the album was a test");
        assertThat(act(failure, "assign", "{\"assignee\":\"admin\",\"note\":\"x\"}"))
                .isProblem(409, "wrong-state");
        assertThat(act(failure, "resolve", "{\"reason\":\"or not\",\"outcome\":\"HANDLED\"}"))
                .isProblem(409, "wrong-state");
        assertThat(operator.post("api/admin/failures/" + failure + "/retry")).isProblem(409, "wrong-state");
        assertThat(owner.deletion(deletion.id())).is("COMPLETED_WITH_FAILURES").hasFailed(1);
    }

    @Test
    void whatIsSaidToBeGoneShouldBeProvenByTheStorage() {
        UUID failure = open().get(0).id();
        String gone = "{\"reason\":\"removed by hand\",\"outcome\":\"ALREADY_GONE\"}";

        assertThat(act(failure, "resolve", gone)).isProblem(409, "file-still-there");
        assertThat(operator.failure(failure)).is("OPEN");

        blocked.forEach(lethe.main()::unblock);
        JsonObject told = operator.failure(failure).json();
        assertThat(told.getBoolean("alreadyGone")).isTrue();
        assertThat(texts(told, "actions")).startsWith("resolve").doesNotContain("retry");
        assertThat(texts(told, "outcomes")).containsExactly("ALREADY_GONE");
        open().forEach(each -> act(each.id(), "resolve", gone).expect(200));

        assertThat(operator.failure(failure)).is("RESOLVED");
        assertThat(operator.failure(failure).json().getString("outcome")).isEqualTo("ALREADY_GONE");
        assertThat(removal(failure)).isEqualTo("GONE");
        assertThat(owner.await(deletion.id(), now -> now.state().equals("COMPLETED")))
                .isCompletedFor(2);
    }

    @Test
    void whatWasHandledByOtherMeansShouldBeWaived() {
        UUID failure = open().get(0).id();

        act(failure, "resolve", "{\"reason\":\"the disk was shredded\",\"outcome\":\"HANDLED\"}")
                .expect(200);

        assertThat(operator.failure(failure)).is("RESOLVED").tells("to a person at once", "resolved");
        assertThat(removal(failure)).isEqualTo("WAIVED");
    }

    @Test
    void aReasonToSendAgainShouldBeKept() {
        UUID failure = open().get(0).id();
        blocked.forEach(lethe.main()::unblock);

        act(failure, "retry", "{\"reason\":\"the cable is back\"}").expect(200);

        assertThat(audit("FAILURE_RETRIED", failure.toString()).getString("reason"))
                .isEqualTo("the cable is back");
        assertThat(act(failure, "retry", "{\"because\":\"x\"}")).isProblem(400, "malformed");
    }

    @Test
    void manyShouldBeIgnoredByOneActOnceTheirNumberIsKnown() {
        String body = "{\"act\":\"IGNORE\",\"filter\":{\"deletion\":\"" + deletion.id()
                + "\",\"state\":[\"OPEN\"]},\"reason\":\"the album was a test\",";

        JsonObject dry = acts(body + "\"dryRun\":true}").expect(200).json();
        assertThat(dry.getInt("applicable")).isEqualTo(2);
        assertThat(open()).hasSize(2);

        assertThat(acts(body + "\"expected\":3}")).isProblem(409, "count-changed");
        assertThat(acts(body + "\"expected\":3}").json().getInt("present")).isEqualTo(2);
        assertThat(open()).hasSize(2);

        JsonObject done = acts(body + "\"expected\":2}").expect(200).json();
        assertThat(done.getInt("changed")).isEqualTo(2);
        assertThat(done.getInt("remaining")).isZero();
        assertThat(operator.failuresOf(deletion.id())).allSatisfy(failure -> {
            assertThat(failure).is("IGNORED");
            assertThat(removal(failure.id())).isEqualTo("WAIVED");
            assertThat(operator.failure(failure.id()).json().toString()).contains(done.getString("id"));
        });
        JsonObject entry = audit("FAILURES_CHANGED", done.getString("id"));
        assertThat(entry.getInt("failures")).isEqualTo(2);
        assertThat(entry.getString("act")).isEqualTo("IGNORE");
        assertThat(entry.getJsonObject("filter").getJsonArray("deletion").getString(0))
                .isEqualTo(deletion.id().toString());
    }

    @Test
    void ofManyOnlyThoseThatAreProvenGoneShouldBeResolvedSo() {
        lethe.main().unblock(blocked.get(0));

        JsonObject done = acts("{\"act\":\"RESOLVE\",\"filter\":{\"deletion\":\"" + deletion.id()
                        + "\"},\"reason\":\"removed by hand\",\"outcome\":\"ALREADY_GONE\",\"expected\":2}")
                .expect(200)
                .json();

        assertThat(done.getInt("changed")).isEqualTo(1);
        assertThat(done.getInt("skipped")).isEqualTo(1);
        assertThat(open()).hasSize(1);
    }

    @Test
    void manyShouldBeGivenToSomebodyByOneAct() {
        String filter = "\"filter\":{\"deletion\":\"" + deletion.id() + "\"}";
        acts("{\"act\":\"ASSIGN\"," + filter + ",\"assignee\":\"admin\",\"note\":\"all yours\",\"expected\":2}")
                .expect(200);
        assertThat(operator.failuresOf(deletion.id()))
                .allSatisfy(failure -> assertThat(failure).is("ASSIGNED"));

        acts("{\"act\":\"UNASSIGN\"," + filter + ",\"reason\":\"not yours\",\"expected\":2}")
                .expect(200);
        assertThat(open()).hasSize(2);
    }

    /** What was accepted is never dropped: a deletion whose files are not known yet can only be planned again. */
    @Test
    void planningThatFailedShouldNotBeIgnored() {
        UUID planned = UUID.randomUUID();
        UUID failure = UUID.randomUUID();
        lethe.database()
                .execute(
                        "insert into deletion (id, owner_id, kind, state, progressed_at)"
                                + " values (?, ?, 'PHOTOS', 'PLANNING', 'infinity')",
                        planned,
                        UUID.randomUUID());
        lethe.database()
                .execute(
                        "insert into failure (id, kind, state, deletion_id, queue, cause, error)"
                                + " values (?, 'PLAN', 'OPEN', ?, 'lethe.removal.plan', 'made up', 'made up')",
                        failure,
                        planned);
        try {
            assertThat(texts(operator.failure(failure).json(), "actions")).containsExactly("retry", "assign", "note");
            assertThat(act(failure, "ignore", "{\"reason\":\"never mind\"}")).isProblem(409, "wrong-state");
            assertThat(act(failure, "resolve", "{\"reason\":\"never mind\",\"outcome\":\"HANDLED\"}"))
                    .isProblem(409, "wrong-state");
            acts("{\"act\":\"IGNORE\",\"filter\":{\"deletion\":\"" + planned
                            + "\"},\"reason\":\"never mind\",\"expected\":0}")
                    .expect(200);
            assertThat(operator.failure(failure)).is("OPEN");
        } finally {
            lethe.database().execute("delete from failure where id = ?", failure);
            lethe.database().execute("delete from deletion where id = ?", planned);
        }
    }

    private List<Failure> open() {
        return operator.failuresOf(deletion.id()).stream()
                .filter(failure -> failure.state().equals("OPEN"))
                .toList();
    }

    private Answer act(UUID failure, String act, String body) {
        return operator.post("api/admin/failures/" + failure + "/" + act, body);
    }

    private Answer acts(String body) {
        return operator.post("api/admin/failures/acts", body);
    }

    private Answer ifMatch(String path, String tag, String body) {
        return operator.send(operator.request(path)
                .header("Content-Type", "application/json")
                .header("If-Match", tag)
                .POST(BodyPublishers.ofString(body)));
    }

    private String removal(UUID failure) {
        return lethe.database()
                .texts(
                        "select r.state from file_removal r join failure f on f.removal_id = r.id where f.id = ?",
                        failure)
                .get(0);
    }

    private JsonObject audit(String action, String subject) {
        return operator.get("api/admin/audit?action=" + action + "&subject=" + subject)
                .items()
                .getJsonObject(0)
                .getJsonObject("details");
    }

    private static List<String> texts(JsonObject json, String member) {
        return json.getJsonArray(member).getValuesAs(JsonString.class).stream()
                .map(JsonString::getString)
                .toList();
    }
}
