package org.lethe.it.browser;

import static org.lethe.it.LetheAssertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lethe.it.Lethe;
import org.lethe.it.LetheClient;
import org.openqa.selenium.Keys;

@DisplayName("Letting people and programs in with the console")
class AccessPageIT {
    @RegisterExtension
    static final Lethe lethe = Lethe.shared();

    @RegisterExtension
    static final Console console = new Console(lethe);

    @Test
    void anAccountShouldBeAddedAndDisabled() {
        String login = "it-" + UUID.randomUUID();
        console.signIn(lethe.newAccount("admin"));
        console.open("access");

        console.press("Add an account");
        console.fill("Login", login);
        console.fill("Password", "correct horse battery");
        console.press("Add");
        console.see("The account is there.");
        assertThat(lethe.client(login, "correct horse battery").get("api/albums"))
                .hasStatus(200);
        console.press("Disable " + login);
        console.press("Disable");

        console.see("Disabled.");
        assertThat(lethe.client(login, "correct horse battery").get("api/albums"))
                .hasStatus(401);
    }

    @Test
    void anotherPasswordShouldNotBringBackRolesThatSomebodyTookAway() {
        LetheClient admin = lethe.newAccount("admin");
        LetheClient changed = lethe.newAccount("owner", "operator");
        String path = accountOf(admin, changed.login());
        console.signIn(admin);
        console.open("access");
        console.see(changed.login());
        admin.send(admin.request(path)
                        .header("Content-Type", "application/json")
                        .method("PATCH", BodyPublishers.ofString("{\"roles\": [\"owner\"]}")))
                .expect(200);

        console.press("Change " + changed.login());
        console.fill("Another password", "another correct horse battery");
        console.press("Save");

        console.see("Changed.");
        assertThat(lethe.client(changed.login(), "another correct horse battery")
                        .get("api/admin/overview"))
                .hasStatus(403);
    }

    private static String accountOf(LetheClient admin, String login) {
        return admin.get("api/admin/accounts?limit=500").expect(200).items().stream()
                .map(item -> item.asJsonObject())
                .filter(item -> item.getString("login").equals(login))
                .map(item -> "api/admin/accounts/" + item.getString("id"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aDialogShouldStayUntilTheAnswerIsThereAndTellIt() {
        console.expectRefusals();
        LetheClient admin = lethe.newAccount("admin");
        console.signIn(admin);
        console.open("access");
        console.press("Add an account");
        console.fill("Login", admin.login());
        console.fill("Password", "correct horse battery");
        console.script(
                "const send = window.fetch; window.fetch = async (path, asked) => {"
                        + " if (asked?.method === 'POST') await new Promise(go => { window.letGo = go; }); return send(path, asked); }");

        console.press("Add");
        console.see("Waits for the answer…");
        assertThat(console.canPress("Cancel")).isFalse();
        console.keys(Keys.ESCAPE, Keys.ESCAPE);
        console.keys(Keys.ESCAPE);
        console.see("Waits for the answer…");
        assertThat(console.all("dialog[open]")).hasSize(1);
        console.script("window.letGo()");

        console.see("has this login");
        console.keys(Keys.ESCAPE);
        console.awaitTrue("the dialog is gone", () -> console.all("dialog").isEmpty());
    }

    @Test
    void aDialogShouldGiveUpAServerThatIsGoneWithoutAWord() {
        console.expectRefusals();
        console.signIn(lethe.newAccount("admin"));
        console.open("access");
        console.press("Add an account");
        console.fill("Login", "it-" + UUID.randomUUID());
        console.fill("Password", "correct horse battery");
        console.script("const limit = AbortSignal.timeout; AbortSignal.timeout = () => limit.call(AbortSignal, 300);"
                + " const send = window.fetch; window.fetch = (path, asked) => asked?.method === 'POST'"
                + " ? new Promise((_, refuse) => asked.signal.addEventListener('abort', () => refuse(asked.signal.reason)))"
                + " : send(path, asked)");

        console.press("Add");

        console.see("The server does not answer.");
        assertThat(console.canPress("Cancel")).isTrue();
    }

    @Test
    void aTokenShouldBeShownOnceAndRevokedWhenItsNameIsTyped() {
        LetheClient owner = lethe.newOwner();
        console.signIn(owner);

        console.press("Make a token");
        console.fill("Name", "nightly");
        console.script("document.querySelector('dialog input[value=read]').click()");
        console.press("Make");
        console.see("Copy it now");
        String token = (String) console.script("return document.querySelector('.secret').value");
        console.press("Close");
        assertThat(lethe.withToken(token).get("api/albums")).hasStatus(200);

        console.press("Revoke nightly");
        console.fill("This cannot be undone. Type “nightly” to go on.", "nightly");
        console.press("Revoke");

        console.see("Revoked.");
        assertThat(lethe.withToken(token).get("api/albums")).hasStatus(401);
    }
}
