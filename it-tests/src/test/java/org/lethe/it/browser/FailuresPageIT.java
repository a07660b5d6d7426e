package org.lethe.it.browser;

import static org.lethe.it.LetheAssertions.assertThat;

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
                .filter(failure -> failure.state().equals("OPEN"))
                .forEach(failure -> operator.retry(failure.id()));
        assertThat(owner.awaitOver(deletion.id())).isCompletedFor(2);
    }

    @Test
    void theOverviewShouldLeadToThem() {
        console.see("Adds up");
        console.see("not a plain file");

        console.pressInRow("not a plain file", "Look");

        assertThat(console.path()).startsWith("/console/failures?text=");
        console.see("not a plain file");
    }

    @Test
    void retryAndNextShouldWorkThroughTheListAndAuditShouldTell() {
        console.open("failures?deletion=" + deletion.id());
        console.see("not a plain file");
        blocked.forEach(lethe.main()::unblock);

        console.keys("j", Keys.ENTER);
        console.see("Dead letter");
        console.see("a directory stands in its place");
        String first = console.path();
        console.keys("r");
        Awaitility.await().until(() -> !console.path().equals(first));
        console.press("Retry");
        Awaitility.await().until(() -> !console.canPress("Retry"));

        assertThat(owner.awaitOver(deletion.id())).isCompletedFor(2);
        console.open("audit?action=FAILURE_RETRIED&actor=" + operator.login());
        console.see("Failure retried");
        console.press("Verify the chain");
        console.see("Intact:");
    }

    @Test
    void severalShouldBeSentAgainWhenTheNumberIsConfirmed() {
        console.open("failures?deletion=" + deletion.id());
        console.see("not a plain file");
        blocked.forEach(lethe.main()::unblock);

        console.keys("j", "x", "j", "x");
        console.see("2 selected");
        console.press("Retry 2");
        console.see("Send 2 failures again?");
        console.press("Retry 2");

        console.see("2 failures sent again.");
        assertThat(owner.awaitOver(deletion.id())).isCompletedFor(2);
    }
}
