package org.lethe.it.browser;

import static org.lethe.it.LetheAssertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lethe.it.Deletion;
import org.lethe.it.Lethe;
import org.lethe.it.LetheClient;

@DisplayName("Setting redelivery in the console")
class RedeliveryPageIT {
    @RegisterExtension
    static final Lethe lethe = Lethe.shared();

    @RegisterExtension
    static final Console console = new Console(lethe);

    private static final String QUEUE = "lethe.removal.plan";
    private static final String API = "api/admin/redelivery/" + QUEUE;
    private static final String EDITOR = "redelivery/" + QUEUE + "?edit=1";

    private LetheClient admin;
    private JsonObject before;

    @BeforeEach
    void asItIs() {
        admin = lethe.newAccount("operator", "admin");
        before = policy();
    }

    @AfterEach
    void asItWas() {
        change(before, "As it was before the test");
    }

    @Test
    void theWaitsShouldChangeAsOneTypesAndStayWhenSaved() {
        console.signIn(admin);
        console.open(EDITOR);
        console.see("What would come of it");

        console.fill("Attempts", "4");
        console.fill("First wait", "7 s");
        console.fill("Longest wait", "1 min");
        console.see("4 attempts in 49 s: after 7 s, 14 s, 28 s; then a failure");
        console.see("An outage of 49 s uses up every attempt.");
        console.press("Save");
        console.see("Change " + QUEUE + "?");
        console.seeNoBarriers();
        console.fill("Reason", "The planning database is moved");
        console.press("Save");

        console.see("Saved.");
        console.see("“The planning database is moved”");
        assertThat(policy().getInt("maxAttempts")).isEqualTo(4);
        assertThat(policy().getInt("delayMillis")).isEqualTo(7000);
    }

    @Test
    void anEarlierVersionShouldBePutBack() {
        change(Json.createObjectBuilder(before).add("maxAttempts", 9).build(), "Nine for once");
        console.signIn(admin);
        console.open("redelivery/" + QUEUE);
        console.see("“Nine for once”");

        console.press("Put this version back");
        console.fill("Reason", "Nine were too many");
        console.press("Put this version back");

        console.see("is back.");
        assertThat(policy()).isEqualTo(before);
        console.open("audit?action=REDELIVERY_CHANGED&actor=" + admin.login());
        console.see("Redelivery changed");
    }

    @Test
    void anEditInBetweenShouldBeShownBeforeAVersionIsPutBackOverIt() {
        console.expectRefusals();
        change(Json.createObjectBuilder(before).add("maxAttempts", 9).build(), "Nine for once");
        console.signIn(admin);
        console.open("redelivery/" + QUEUE);
        console.see("“Nine for once”");
        console.press("Put this version back");
        console.see("back?");
        change(Json.createObjectBuilder(before).add("maxAttempts", 8).build(), "Somebody was faster");

        console.fill("Reason", "Nine were too many");
        console.press("Put this version back");

        console.see("was faster. Nothing of yours was saved.");
        console.see("“Somebody was faster”");
        assertThat(policy().getInt("maxAttempts")).isEqualTo(8);
        console.press("Put this version back");
        console.see("is back.");
        assertThat(policy()).isEqualTo(before);
    }

    @Test
    void anEditElsewhereShouldComeIntoTheHistoryByItself() {
        console.signIn(admin);
        console.open("redelivery/" + QUEUE);
        console.see("Counts now");

        change(Json.createObjectBuilder(before).add("maxAttempts", 8).build(), "Done elsewhere");

        console.awaitTrue(
                "the version in the history",
                () -> console.all(".versions li").get(0).getText().contains("Done elsewhere"));
    }

    @Test
    void nonsenseShouldBeSaidByItsFieldInItsUnitAndInTheChosenLanguage() {
        console.expectRefusals();
        console.signIn(admin);
        console.open(EDITOR);
        console.see("What would come of it");

        console.fill("Growth", "-2");
        console.see("Must be 1 to 10.");
        console.fill("Jitter", "200");
        console.see("Must be 0 % to 100 %.");
        console.fill("Longest wait", "2 d");
        console.see("to 1 d.");
        console.fill("Most in memory", "0.5");
        console.see("Must be 1 MiB to 16 GiB.");
        console.fill("Sessions", "-1");
        console.see("Must be 0, or 1 to 64.");
        console.choose("ko");
        console.fill("지터", "300");
        console.see("0 % 이상 100 % 이하여야 합니다.");
        console.choose("en");
        console.fill("First wait", "soon");
        console.see("This cannot be read.");

        assertThat(console.canPress("Save")).isFalse();
    }

    @Test
    void anEditInBetweenShouldBeShownAndNotBeOverwritten() {
        console.expectRefusals();
        console.signIn(admin);
        console.open(EDITOR);
        console.see("What would come of it");
        console.fill("Attempts", "4");
        console.see("4 attempts in");
        change(Json.createObjectBuilder(before).add("maxAttempts", 8).build(), "Somebody was faster");

        console.press("Save");
        console.fill("Reason", "Mine");
        console.press("Save");

        console.see("was faster: version");
        console.see("Somebody was faster");
        console.seeNoBarriers();
        assertThat(policy().getInt("maxAttempts")).isEqualTo(8);
        console.press("Go on with mine over theirs");
        console.seeNoMore("was faster: version");
        console.press("Save");
        console.fill("Reason", "Mine, knowing theirs");
        console.press("Save");
        console.see("Saved.");
        assertThat(policy().getInt("maxAttempts")).isEqualTo(4);
    }

    @Test
    void whatIsSavedShouldNotBeSavedAgainWhenOnlyTheDeliveryFailed() {
        console.expectRefusals();
        LetheClient owner = lethe.newOwner();
        Deletion waits = Deletion.of(owner.delete("api/albums/" + owner.createAlbum("Waits", 1) + "?restoreWindow=PT1M")
                .expect(202)
                .json());
        console.signIn(admin);
        console.open(EDITOR);
        console.see("What would come of it");
        console.fill("Attempts", "4");
        console.see("4 attempts in");
        console.script("const send = window.fetch; window.fetch = (path, asked) => {"
                + " if (!path.includes('deliver-now') || window.refused) return send(path, asked); window.refused = true;"
                + " return Promise.resolve(new Response('{\"type\": \"/problems/broker-unavailable\"}',"
                + " {status: 503, headers: {'Content-Type': 'application/problem+json'}})); }");
        console.press("Save");
        console.fill("Reason", "At once");
        console.script("document.querySelector('dialog [name=deliver]').click()");

        console.press("Save");
        console.see("The policy is saved. What waits was not delivered");
        assertThat(policy().getInt("maxAttempts")).isEqualTo(4);
        console.press("Save");

        console.see("Saved.");
        console.seeNoMore("was faster: version");
        assertThat(admin.get("api/admin/audit?action=REDELIVERY_DELIVERED&actor=" + admin.login())
                        .items())
                .hasSize(1)
                .allSatisfy(entry -> assertThat(entry.toString()).contains("At once"));
        owner.post("api/deletions/" + waits.id() + "/restore").expect(200);
        admin.post(API + "/deliver-now").expect(200); // nothing waits any more
    }

    @Test
    void whatWasChangedAtTheBrokerShouldBeShownUntilItIsSettled() {
        lethe.broker().changeAddressSettings(QUEUE, "redeliveryDelay", Json.createValue(4_321));
        console.signIn(admin);
        console.open("redelivery/" + QUEUE);
        console.see("Somebody changed the broker by hand");
        console.seeNoBarriers();

        console.press("Put the stored one back");
        console.see("4 s 321 ms");
        console.fill("Reason", "Nobody knows who did it");
        console.press("Put the stored one back");

        console.see("Settled.");
        console.seeNoMore("Somebody changed the broker by hand");
        assertThat(policy()).isEqualTo(before);
    }

    @Test
    void aQueueShouldBePausedAndResumed() {
        console.signIn(admin);
        console.open("redelivery/" + QUEUE);

        console.press("Pause");
        console.see("Pause " + QUEUE + "?");
        console.seeNoBarriers();
        console.fill("Reason", "The database is moved");
        console.press("Pause");
        console.see("Paused: nothing is delivered until somebody goes on.");
        assertThat(policy().getBoolean("paused")).isTrue();
        console.press("Resume");
        console.fill("Reason", "It is moved");
        console.press("Resume");

        console.seeNoMore("Paused: nothing is delivered until somebody goes on.");
        assertThat(policy()).isEqualTo(before);
    }

    @Test
    void anOperatorShouldSeeAndNotChange() {
        console.signIn(lethe.newAccount("operator"));

        console.open(EDITOR);

        console.see("Administrators change this; you can look.");
        console.see("History");
        assertThat(console.canPress("Edit")).isFalse();
        assertThat(console.canPress("Save")).isFalse();
        assertThat(console.canPress("Put this version back")).isFalse();
    }

    private JsonObject policy() {
        return admin.get(API).expect(200).json().getJsonObject("policy");
    }

    private void change(JsonObject policy, String reason) {
        JsonObject body = Json.createObjectBuilder()
                .add("policy", policy)
                .add("reason", reason)
                .build();
        admin.send(admin.request(API)
                        .header("Content-Type", "application/json")
                        .header("If-Match", "*")
                        .PUT(BodyPublishers.ofString(body.toString())))
                .expect(200);
    }
}
