package org.lethe.it.rest;

import static org.lethe.it.LetheAssertions.assertThat;

import jakarta.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lethe.it.Answer;
import org.lethe.it.Lethe;
import org.lethe.it.LetheClient;

@DisplayName("Signing in with a browser")
class SessionIT {
    @RegisterExtension
    static final Lethe lethe = Lethe.shared();

    private static final String ALBUM = "{\"name\": \"By session\"}";

    private LetheClient owner;
    private String password;
    private Answer signedIn;

    @BeforeEach
    void somebodyWhoIsSignedIn() {
        owner = lethe.newOwner();
        password = "password of " + owner.login();
        signedIn = signIn(owner.login(), password).expect(201);
    }

    @Test
    void theCookieShouldBeForThisHostAndNoScript() {
        assertThat(signedIn).hasHeader("Location", lethe.url() + "api/session").hasHeader("Cache-Control", "no-store");
        assertThat(signedIn.header("Set-Cookie").orElseThrow())
                .matches("lethe-session=[A-Za-z0-9_-]{43}; Path=/; HttpOnly; SameSite=Strict");
        assertThat(lethe.database().number("select count(*) from account_session where hash = ?", secret()))
                .isZero();
    }

    @Test
    void whoIsSignedInShouldBeTold() {
        JsonObject session = send("api/session", "GET").expect(200).json();

        assertThat(session).isEqualTo(signedIn.json());
        assertThat(session.getString("login")).isEqualTo(owner.login());
        assertThat(session.getJsonArray("roles").toString()).isEqualTo("[\"owner\"]");
        assertThat(Duration.between(Instant.now(), Instant.parse(session.getString("expiresAt"))))
                .isBetween(Duration.ofHours(11), Duration.ofHours(12));
    }

    @Test
    void aSessionShouldDoWhatItsRolesAllow() {
        Answer made = owner(request("api/albums")).expect(201);

        assertThat(send("api/albums/" + made.json().getString("id"), "GET")).hasStatus(200);
        assertThat(send("api/admin/failures", "GET")).isProblem(403, "forbidden");
        assertThat(lethe.admin().get("api/albums").items()).isEmpty();
    }

    @Test
    void aChangeShouldNeedTheTokenOfThisSession() {
        Answer another = signIn(owner.login(), password).expect(201);
        String anothers = another.json().getString("csrfToken");

        assertThat(post(request("api/albums"))).isProblem(403, "csrf");
        assertThat(post(request("api/albums").header("X-CSRF-Token", anothers))).isProblem(403, "csrf");
        assertThat(post(request("api/albums").header("X-CSRF-Token", ""))).isProblem(403, "csrf");
        assertThat(send("api/session", "DELETE")).isProblem(403, "csrf");
        assertThat(owner.get("api/albums").items()).isEmpty();
        assertThat(owner(request("api/albums"))).hasStatus(201);
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site",
        "Origin, http://evil.example",
        "Origin, null",
        "Origin, http://127.0.0.1:1",
        "Origin, ::"
    })
    void aChangeOfAnotherSitesPageShouldBeRefused(String header, String value) {
        assertThat(owner(request("api/albums").header(header, value))).isProblem(403, "csrf");
        assertThat(owner.get("api/albums").items()).isEmpty();
    }

    @Test
    void anotherSitesPageShouldSignNobodyIn() {
        LetheClient browser = lethe.anonymous();

        assertThat(browser.send(signInRequest(owner.login(), password).header("Sec-Fetch-Site", "cross-site")))
                .isProblem(403, "csrf");
        assertThat(browser.send(signInRequest(owner.login(), password).header("Sec-Fetch-Site", "same-origin")))
                .hasStatus(201);
    }

    @Test
    void aChangeOfThisServersPageShouldBeDone() {
        String here = lethe.url().toString().replaceAll("/$", "");

        assertThat(owner(request("api/albums").header("Sec-Fetch-Site", "same-origin")))
                .hasStatus(201);
        assertThat(owner(request("api/albums").header("Origin", here))).hasStatus(201);
    }

    @Test
    void basicAndTokensShouldNotNeedIt() {
        assertThat(owner.send(owner.request("api/albums")
                        .header("Cookie", cookie())
                        .header("Origin", "http://evil.example")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(ALBUM))))
                .hasStatus(201);
        assertThat(owner.get("api/session")).isProblem(404, "not-found");
    }

    @Test
    void whoSignsOutShouldBeAStrangerAtOnce() {
        Answer out = send(request("api/session").header("X-CSRF-Token", csrfToken()), "DELETE");

        assertThat(out).hasStatus(204);
        assertThat(out.header("Set-Cookie").orElseThrow()).startsWith("lethe-session=; Max-Age=0;");
        assertThat(send("api/albums", "GET")).isProblem(401, "unauthorized");
        assertThat(lethe.admin()
                        .get("api/admin/audit?actor=" + owner.login())
                        .items()
                        .getValuesAs(JsonObject.class))
                .extracting(entry -> entry.getString("action"))
                .containsExactly("SESSION_ENDED", "SESSION_STARTED");
    }

    @Test
    void whoeverIsNotKnownShouldBeToldTheSame() {
        Answer wrong = signIn(owner.login(), "not the password");
        Answer unknown = signIn("nobody-" + UUID.randomUUID(), "not the password");
        change("{\"disabled\": true}");
        Answer disabled = signIn(owner.login(), password);

        assertThat(wrong).isProblem(401, "unauthorized").hasHeader("WWW-Authenticate", "Bearer realm=\"Lethe\"");
        assertThat(unknown.text()).isEqualTo(wrong.text());
        assertThat(disabled.text()).isEqualTo(wrong.text());
    }

    @Test
    void whatIsMissingShouldBeNamedAtOnce() {
        assertThat(lethe.anonymous().post("api/session", "{\"password\": \"\"}"))
                .isProblem(400, "malformed")
                .hasErrorsFor("login", "password");
        assertThat(lethe.anonymous().post("api/session", "")).isProblem(400, "malformed");
        assertThat(lethe.anonymous().post("api/session", "[]")).isProblem(400, "malformed");
    }

    @Test
    void anIdleAndAnOldSessionShouldBeOver() {
        assertThat(send("api/albums", "GET")).hasStatus(200);

        setSession("last_used_at = now() - interval '31 minutes'");
        assertThat(send("api/albums", "GET")).isProblem(401, "unauthorized");
        setSession("last_used_at = now() - interval '29 minutes'");
        assertThat(send("api/albums", "GET")).hasStatus(200);
        assertThat(lethe.database()
                        .number(
                                "select count(*) from account_session s join account a on a.id = account_id"
                                        + " where login = ? and s.last_used_at > now() - interval '1 minute'",
                                owner.login()))
                .as("used again")
                .isEqualTo(1);
        setSession("expires_at = now() - interval '1 second'");
        assertThat(send("api/albums", "GET")).isProblem(401, "unauthorized");
    }

    @Test
    void aChangedPasswordShouldEndSessionsAndTokens() {
        String token = owner.post("api/tokens", "{\"name\": \"a\", \"scopes\": [\"read\"]}")
                .expect(201)
                .json()
                .getString("token");
        assertThat(lethe.withToken(token).get("api/albums")).hasStatus(200);

        change("{\"password\": \"another and longer\"}");

        assertThat(send("api/albums", "GET")).isProblem(401, "unauthorized");
        assertThat(lethe.withToken(token).get("api/albums")).isProblem(401, "unauthorized");
        assertThat(signIn(owner.login(), "another and longer")).hasStatus(201);
    }

    @Test
    void aDisabledAccountsSessionShouldNotComeBackWithIt() {
        change("{\"disabled\": true}");
        assertThat(send("api/albums", "GET")).isProblem(401, "unauthorized");

        change("{\"disabled\": false}");

        assertThat(send("api/albums", "GET")).isProblem(401, "unauthorized");
    }

    @Test
    void aRoleThatIsTakenAwayShouldBeGoneAtOnce() {
        change("{\"roles\": [\"operator\"]}");

        assertThat(send("api/albums", "GET")).isProblem(403, "forbidden");
        assertThat(send("api/admin/failures", "GET")).hasStatus(200);
    }

    @Test
    void aBrowserShouldOpenNoDialogOfItsOwn() {
        LetheClient nobody = lethe.anonymous();

        for (String[] header : new String[][] {
            {"Cookie", "lethe-session=unknown"}, {"X-Requested-With", "XMLHttpRequest"}, {"Sec-Fetch-Dest", "empty"}
        }) {
            assertThat(nobody.send(nobody.request("api/albums").header(header[0], header[1])))
                    .isProblem(401, "unauthorized")
                    .hasHeader("WWW-Authenticate", "Bearer realm=\"Lethe\"");
        }
    }

    private Answer signIn(String login, String with) {
        return lethe.anonymous().send(signInRequest(login, with));
    }

    private static HttpRequest.Builder signInRequest(String login, String password) {
        return lethe.anonymous()
                .request("api/session")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"login\": \"%s\", \"password\": \"%s\"}".formatted(login, password)));
    }

    private HttpRequest.Builder request(String path) {
        return lethe.anonymous().request(path).header("Cookie", cookie());
    }

    /** As a page of this server asks: with the token. */
    private Answer owner(HttpRequest.Builder request) {
        return post(request.header("X-CSRF-Token", csrfToken()));
    }

    private Answer post(HttpRequest.Builder request) {
        return lethe.anonymous()
                .send(request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(ALBUM)));
    }

    private Answer send(String path, String method) {
        return send(request(path), method);
    }

    private static Answer send(HttpRequest.Builder request, String method) {
        return lethe.anonymous().send(request.method(method, BodyPublishers.noBody()));
    }

    private String cookie() {
        return "lethe-session=" + secret();
    }

    private String secret() {
        return signedIn.header("Set-Cookie").orElseThrow().replaceAll("^[^=]*=|;.*", "");
    }

    private String csrfToken() {
        return signedIn.json().getString("csrfToken");
    }

    private void setSession(String assignment) {
        lethe.database()
                .execute(
                        "update account_session set " + assignment
                                + " where account_id = (select id from account where login = ?)",
                        owner.login());
    }

    private void change(String body) {
        LetheClient admin = lethe.admin();
        String id = lethe.database()
                .texts("select id from account where login = ?", owner.login())
                .get(0);
        admin.send(admin.request("api/admin/accounts/" + id)
                        .header("Content-Type", "application/json")
                        .method("PATCH", BodyPublishers.ofString(body)))
                .expect(200);
    }
}
