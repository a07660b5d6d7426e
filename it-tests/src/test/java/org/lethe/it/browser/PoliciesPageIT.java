package org.lethe.it.browser;

import static org.lethe.it.LetheAssertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lethe.it.Lethe;
import org.lethe.it.LetheClient;

@DisplayName("Error policies in the console")
class PoliciesPageIT {
    @RegisterExtension
    static final Lethe lethe = Lethe.shared();

    @RegisterExtension
    static final Console console = new Console(lethe);

    private static final String API = "api/admin/error-policies";
    private static final String CAUSE = "seen in a test of the console only";

    private LetheClient admin;

    @BeforeEach
    void somebody() {
        admin = lethe.newAccount("operator", "admin");
    }

    @AfterEach
    void asItWas() {
        admin.get(API).expect(200).items().stream()
                .map(item -> item.asJsonObject())
                .filter(item -> item.toString().contains(CAUSE))
                .forEach(item -> admin.send(admin.request(API + "/" + item.getString("id") + "?reason=Over")
                                .header("If-Match", "*")
                                .DELETE())
                        .expect(204));
    }

    @Test
    void aPolicyShouldBeAddedChangedAndDeletedWithAPreview() {
        console.signIn(admin);
        console.open("policies/new");
        console.see("Choose at least one.");

        console.fill("Cause", CAUSE);
        console.see("0 open failures match");
        console.press("Save");
        console.see("Add this policy?");
        console.fill("Reason", "Trying again never helps");
        console.press("Add a policy");
        console.see("The policy counts from the next failure on.");
        console.see("To a person at once");
        console.keys("e");
        console.see("What it would decide about");
        console.script("document.querySelector('input[value=NOTIFY]').click()");
        console.press("Save");
        console.see("Change this policy?");
        console.fill("Reason", "It does help");
        console.press("Save");

        console.see("Saved.");
        console.see("Version 2");
        console.press("Delete");
        console.fill("Reason", "Not seen any more");
        console.press("Delete");
        console.see("Deleted.");
        console.see("Everything else");
    }

    @Test
    void aChangeInBetweenShouldBeShownAndNotBeOverwritten() {
        console.expectRefusals();
        String body = "{\"policy\": {\"name\": \"Ours\", \"match\": {\"cause\": \"" + CAUSE
                + "\"}, \"action\": \"%s\"}, \"reason\": \"%s\"}";
        String id = admin.post(API, body.formatted("HUMAN", "First"))
                .expect(201)
                .json()
                .getString("id");
        console.signIn(admin);
        console.open("policies/" + id + "?edit=1");
        console.see("What it would decide about");
        console.script("document.querySelector('input[value=IGNORE]').click()");
        admin.send(admin.request(API + "/" + id)
                        .header("Content-Type", "application/json")
                        .header("If-Match", "*")
                        .PUT(BodyPublishers.ofString(body.formatted("NOTIFY", "Somebody was faster"))))
                .expect(200);

        console.press("Save");
        console.fill("Reason", "Nobody needs them");
        console.press("Save");

        console.see("Nothing of yours was saved.");
        console.see("Somebody was faster");
        console.seeNoBarriers();
        console.see("Tried again, and people are told");
        assertThat(action(id)).isEqualTo("NOTIFY");
        console.press("Save");
        console.see("Saved.");
        Awaitility.await().untilAsserted(() -> assertThat(action(id)).isEqualTo("IGNORE"));
    }

    @Test
    void anOperatorShouldSeeAndNotChangeNotByTheApiEither() {
        LetheClient operator = lethe.newAccount("operator");
        console.signIn(operator);

        console.open("policies");
        console.see("Administrators change this; you can look.");

        assertThat(console.canPress("Add a policy")).isFalse();
        assertThat(operator.post(
                        API,
                        "{\"policy\": {\"name\": \"Mine\", \"match\": {\"cause\": \"" + CAUSE
                                + "\"}, \"action\": \"HUMAN\"}, \"reason\": \"I want it\"}"))
                .hasStatus(403);
        assertThat(operator.send(operator.request("api/admin/redelivery/lethe.removal.plan")
                        .header("Content-Type", "application/json")
                        .header("If-Match", "*")
                        .PUT(BodyPublishers.ofString("{}"))))
                .hasStatus(403);
    }

    private String action(String id) {
        return admin.get(API + "/" + id)
                .expect(200)
                .json()
                .getJsonObject("policy")
                .getString("action");
    }
}
