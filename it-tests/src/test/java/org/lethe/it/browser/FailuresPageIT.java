package org.lethe.it.browser;

import static org.lethe.it.LetheAssertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lethe.it.Deletion;
import org.lethe.it.Lethe;
import org.lethe.it.LetheClient;
import org.lethe.it.Redrive;
import org.lethe.it.StubbornFiles;
import org.openqa.selenium.Keys;

@DisplayName("Seeing to failures in the console")
class FailuresPageIT {
    @RegisterExtension
    static final Lethe lethe = Lethe.shared();

    @RegisterExtension
    static final Console console = new Console(lethe);

    private LetheClient owner;
    private LetheClient operator;
    private List<UUID> blocked;
    private Deletion deletion;

    @BeforeEach
    void aDeletionOfWhichTwoFilesFail() {
        owner = lethe.newOwner();
        operator = lethe.newAccount("operator");
        UUID album = owner.createAlbum("Stubborn", 2);
        blocked = owner.photos(album).stream()
                .map(photo -> lethe.fileKey(photo.id()))
                .toList();
        blocked.forEach(lethe.main()::block);
        deletion = owner.awaitOver(owner.deleteAlbum(album).id());
        assertThat(deletion).is("COMPLETED_WITH_FAILURES").hasFailed(2);
        console.signIn(operator);
    }

    @AfterEach
    void theyAreMended() {
        blocked.forEach(lethe.main()::unblock);
        operator.failuresOf(deletion.id()).stream()
                .filter(failure -> List.of("OPEN", "ASSIGNED").contains(failure.state()))
                .forEach(failure -> operator.retry(failure.id()));
    }

    @Test
    void theOverviewShouldLeadToThem() {
        console.see("Adds up");
        console.see("Not a plain file");

        console.pressInRow("Not a plain file", "Look");

        assertThat(console.path()).startsWith("/console/failures?");
        console.see("a directory stands in its place");
    }

    @Test
    void theTimelineOfTheirDeletionShouldBeToldInTheChosenLanguage() {
        console.open("deletions/" + deletion.id());
        console.see("Main: Not a plain file");

        console.choose("ko");

        console.see("회 · 기본 저장소: 일반 파일이 아님");
        assertThat(console.text()).doesNotContain("not a plain file");
        console.open("failures?deletion=" + deletion.id());
        console.see("2건 일치");
        console.keys("j", Keys.ENTER);
        console.see("일반 파일이 아님: ");
        assertThat(console.text()).doesNotContain("not a plain file");
    }

    @Test
    void retryAndNextShouldWorkThroughTheListAndAuditShouldTell() {
        console.open("failures?deletion=" + deletion.id());
        console.see("2 failures match");

        console.keys("j", Keys.ENTER);
        console.see("To a person at once, by policy");
        String first = console.path();
        console.keys("r");
        Awaitility.await().until(() -> !console.path().equals(first));
        console.see("To a person at once, by policy");
        console.keys("r");
        Awaitility.await().untilAsserted(() -> assertThat(operator.failuresOf(deletion.id()))
                .allSatisfy(failure ->
                        assertThat(operator.failure(failure.id()).timeline()).contains("retried")));

        console.open("audit?action=FAILURE_RETRIED&actor=" + operator.login());
        console.see("Failure retried");
        console.press("Verify the chain");
        console.see("Intact:");
    }

    @Test
    void aGroupShouldBeSentAgainInStepsUntilNoneIsLeft() {
        console.expectRefusals();
        StubbornFiles files = StubbornFiles.add(lethe, owner, 12);
        console.open("failures?deletion=" + files.deletion());
        console.press("Not a plain file");
        console.awaitTrue("the group is chosen", () -> console.path().contains("group="));
        console.see("12 failures match");
        files.unblock();

        console.press("Retry");
        console.see("Send 12 failures again?");
        console.see("12 failures with 12 files, in");
        console.see(" s at least.");
        console.seeNoBarriers();
        console.fill("Stop when so many fail again", "200");
        console.see("Must be 0 % to 100 %.");
        console.fill("Stop when so many fail again", "10");
        console.fill("First only so many", "1, 10");
        console.seeNoMore("Must be 0 % to 100 %.");
        console.fill("Reason", "The directories were moved away");
        console.press("Retry 12");

        console.see("Completed");
        console.see("12 of 12");
        console.see("Succeeded");
        assertThat(console.path()).startsWith("/console/redrives/");
        assertThat(operator.get("api/admin" + console.path().replace("/console", ""))
                        .expect(200)
                        .json()
                        .getJsonArray("ramp"))
                .hasToString("[1,10]");
        files.awaitGone();
        console.open("failures?deletion=" + files.deletion());
        console.see("Nothing fits");
    }

    @Test
    void anotherNumberThanTheOneThatWasNamedShouldNotBeSentAgain() {
        console.expectRefusals();
        console.open("failures?deletion=" + deletion.id());
        console.see("2 failures match");
        blocked.forEach(lethe.main()::unblock);
        console.press("Retry");
        console.see("Send 2 failures again?");
        UUID first = operator.failuresOf(deletion.id()).get(0).id();
        operator.retry(first);
        Awaitility.await().until(() -> statesOf().contains("RETRIED"));

        console.fill("Reason", "The directories were moved away");
        console.press("Retry 2");

        console.see("The number has changed since you looked.");
        console.see("Send 1 failure again?");
        console.press("Retry 1");
        console.see("1 of 1");
        assertThat(owner.awaitOver(deletion.id())).isCompletedFor(2);
    }

    @Test
    void whyARedriveGoesOnShouldBeAskedAndKept() {
        Redrive redrive = Redrive.start(operator, deletion.id(), "\"ratePerSecond\": 100, \"ramp\": [1]")
                .await("STOPPED");
        blocked.forEach(lethe.main()::unblock);
        console.open(redrive.path().replace("api/admin/", ""));
        console.see("Stopped by itself");

        console.press("Resume");
        console.see("Let the redrive go on?");
        console.fill("Reason", "The directories were moved away");
        console.press("Resume");

        console.see("Completed");
        assertThat(redrive.json().getString("changedBecause")).isEqualTo("The directories were moved away");
    }

    @Test
    void aListThatTakesLongerThanTheTimeBetweenTwoEventsShouldCome() {
        console.script("return import('/console/js/events.js').then(({events}) => { events.stop();"
                + " window.EventSource = class extends EventTarget { constructor() { super(); window.source = this; } close() {} };"
                + " events.start(); })");
        console.script("const send = window.fetch; window.fetch = async (path, asked) => {"
                + " if (path.startsWith('/api/admin/failures?')) await new Promise(go => setTimeout(go, 1500));"
                + " return send(path, asked); }");
        console.keys("g", "f");
        console.script("setInterval(() => window.source.dispatchEvent(new MessageEvent('failures',"
                + " {data: '{\"open\": 2, \"opened\": 2, \"fresh\": 1}'})), 300)");

        console.see("Not a plain file");
        console.awaitTrue(
                "the list", () -> !console.all("section.list tbody tr").isEmpty());
    }

    @Test
    void oneShouldBeAssignedUntilADateAndBeOverdueAfterIt() {
        console.open("failures?deletion=" + deletion.id());
        console.see("2 failures match");
        console.keys("j", Keys.ENTER);
        console.see("To a person at once, by policy");
        console.keys("a");
        console.see("Assign this failure");
        console.script(
                "document.querySelector('dialog [name=dueAt]').value = arguments[0]",
                LocalDateTime.now(ZoneId.systemDefault())
                        .plusDays(3)
                        .truncatedTo(ChronoUnit.MINUTES)
                        .toString());
        console.fill("Note", "By the weekend");
        console.press("Assign");

        console.see("Assigned to " + operator.login());
        console.see("in 2 days");
        lethe.database()
                .execute(
                        "update failure set due_at = now() - interval '1 hour' where deletion_id = ? and assignee = ?",
                        deletion.id(),
                        operator.login());
        console.open("failures?overdue=true&deletion=" + deletion.id());
        console.see("1 failure matches");
        console.see("Overdue: " + operator.login());
        console.open("overview");
        console.see("past their date");
    }

    @Test
    void oneShouldBeAssignedNotedAndIgnored() {
        console.open("failures?deletion=" + deletion.id());
        console.see("2 failures match");
        console.keys("j", Keys.ENTER);
        console.see("To a person at once, by policy");

        console.keys("a");
        console.see("Assign this failure");
        console.fill("Note", "Look at the mount");
        console.press("Assign");
        console.see("Assigned to " + operator.login());
        console.keys("m");
        console.fill("Note", "The NAS was read-only");
        console.press("Note");
        console.see("The NAS was read-only");
        console.keys("i");
        console.see("Nothing tries to remove these files any more.");
        console.seeNoBarriers();
        console.fill("Reason", "Its disk was shredded");
        console.press("Ignore");

        console.see("Ignored");
        console.see("Its disk was shredded");
        assertThat(statesOf()).containsExactlyInAnyOrder("IGNORED", "OPEN");
    }

    @Test
    void whatIsGoneAlreadyShouldBeResolvedAndNotRetried() throws IOException {
        for (UUID key : blocked) {
            lethe.main().unblock(key);
            Files.deleteIfExists(lethe.main().path(key));
        }
        console.open("failures?deletion=" + deletion.id());
        console.see("2 failures match");
        console.keys("j", Keys.ENTER);
        console.see("gone from this storage already");

        console.keys("v");
        console.see("the storage is asked, and must say so");
        console.fill("Reason", "Somebody removed it by hand");
        console.press("Resolve");

        Awaitility.await().untilAsserted(() -> assertThat(statesOf()).containsExactlyInAnyOrder("RESOLVED", "OPEN"));
    }

    @Test
    void manyShouldBeIgnoredWhenTheirNumberIsTyped() {
        console.open("failures?deletion=" + deletion.id());
        console.see("2 failures match");

        console.keys("j", "x", "j", "x");
        console.see("2 selected");
        console.press("Ignore");
        console.see("Ignore 2 failures?");
        console.fill("Reason", "Their disk was shredded");
        assertThat(console.canPress("Ignore 2")).isFalse();
        console.seeNoBarriers();
        console.fill("This cannot be undone. Type “2” to go on.", "2");
        console.press("Ignore 2");

        console.see("2 failures changed.");
        assertThat(statesOf()).containsOnly("IGNORED");
    }

    @Test
    void whatSomebodyElseDidInBetweenShouldBeShownAndNotBePassedOver() {
        console.expectRefusals();
        LetheClient other = lethe.newAccount("operator");
        console.open("failures?deletion=" + deletion.id());
        console.see("2 failures match");
        console.keys("j", Keys.ENTER);
        console.see("To a person at once, by policy");
        console.keys("a");
        console.see("Assign this failure");
        operatorNotes(other, "I am on it");

        console.fill("Note", "For me");
        console.press("Assign");

        console.see("Somebody acted on it since you looked.");
        console.see("I am on it");
        console.seeNoBarriers();
        console.press("Assign");
        console.see("Assigned to " + operator.login());
    }

    private void operatorNotes(LetheClient other, String note) {
        String id = console.path().replaceAll(".*/failures/|\\?.*", "");
        other.post("api/admin/failures/" + id + "/note", "{\"note\": \"" + note + "\"}")
                .expect(200);
    }

    private List<String> statesOf() {
        return operator.failuresOf(deletion.id()).stream()
                .map(failure -> failure.state())
                .toList();
    }
}
