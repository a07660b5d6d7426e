package org.lethe.it.rest;

import static org.lethe.it.LetheAssertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lethe.it.Answer;
import org.lethe.it.Lethe;
import org.lethe.it.LetheClient;

@DisplayName("Managing accounts")
class AccountsIT {
    @RegisterExtension
    static final Lethe lethe = Lethe.shared();

    private static final String PASSWORD = "twelve and more";

    private LetheClient admin;
    private String login;

    @BeforeEach
    void anAdministratorAndANewLogin() {
        admin = lethe.admin();
        login = "it-" + UUID.randomUUID();
    }

    @Test
    void aNewAccountShouldBeAbleToLogIn() {
        Answer answer = admin.post("api/admin/accounts", account(login, PASSWORD, "owner"));

        String id = answer.json().getString("id");
        assertThat(answer).hasStatus(201).hasHeader("Location", lethe.url() + "api/admin/accounts/" + id);
        assertThat(answer.text()).doesNotContain(PASSWORD).doesNotContainIgnoringCase("hash");
        assertThat(lethe.client(login, PASSWORD).get("api/albums")).hasStatus(200);
        assertThat(admin.get("api/admin/accounts/" + id).json().getString("login"))
                .isEqualTo(login);
        assertThat(admin.get("api/admin/accounts?limit=1")
                        .items()
                        .getJsonObject(0)
                        .getString("login"))
                .isEqualTo(login);
    }

    @Test
    void everythingThatIsWrongShouldBeNamedAtOnce() {
        assertThat(admin.post("api/admin/accounts", account("Not A Login", "short", "king")))
                .isProblem(400, "malformed")
                .hasErrorsFor("login", "password", "roles");
    }

    @Test
    void aLoginShouldBelongToOneAccount() {
        admin.addAccount(login, PASSWORD, "owner");

        assertThat(admin.post("api/admin/accounts", account(login, PASSWORD, "owner")))
                .isProblem(409, "login-taken");
    }

    @Test
    void aChangedPasswordShouldCountAtOnce() {
        UUID id = admin.addAccount(login, PASSWORD, "owner");
        assertThat(lethe.client(login, PASSWORD).get("api/albums")).hasStatus(200);

        assertThat(change(id, "{\"password\": \"another and longer\"}")).hasStatus(200);

        assertThat(lethe.client(login, PASSWORD).get("api/albums")).isProblem(401, "unauthorized");
        assertThat(lethe.client(login, "another and longer").get("api/albums")).hasStatus(200);
    }

    @Test
    void changedRolesShouldCountAtOnce() {
        UUID id = admin.addAccount(login, PASSWORD, "owner");
        LetheClient client = lethe.client(login, PASSWORD);
        assertThat(client.get("api/admin/failures")).isProblem(403, "forbidden");

        assertThat(change(id, "{\"roles\": [\"owner\", \"operator\"]}")).hasStatus(200);

        assertThat(client.get("api/admin/failures")).hasStatus(200);
    }

    @Test
    void aDisabledAccountShouldBeAbleToComeBack() {
        UUID id = admin.addAccount(login, PASSWORD, "owner");
        assertThat(change(id, "{\"disabled\": true}")).hasStatus(200);
        assertThat(lethe.client(login, PASSWORD).get("api/albums")).isProblem(401, "unauthorized");

        assertThat(change(id, "{\"disabled\": false}")).hasStatus(200);

        assertThat(lethe.client(login, PASSWORD).get("api/albums")).hasStatus(200);
    }

    @Test
    void aChangeOfWhatSomebodyElseChangedMeanwhileShouldBeRefused() {
        UUID id = admin.addAccount(login, PASSWORD, "owner");
        String seen = tagOf(id);

        Answer first = change(id, "{\"roles\": [\"owner\", \"operator\"]}", "If-Match", seen);
        Answer second = change(id, "{\"disabled\": true}", "If-Match", seen);

        assertThat(first).hasStatus(200).hasHeader("ETag", tagOf(id));
        assertThat(second).isProblem(412, "precondition-failed");
        assertThat(admin.get("api/admin/accounts/" + id).json()).doesNotContainKey("disabledAt");
        Answer disabled = change(id, "{\"disabled\": true}", "If-Match", tagOf(id));
        assertThat(disabled).hasStatus(200).hasHeader("ETag", tagOf(id));
        assertThat(admin.send(admin.request("api/admin/accounts/" + id)
                        .header("If-None-Match", tagOf(id))
                        .GET()))
                .hasStatus(304);
    }

    @Test
    void theLastAdministratorShouldStay() {
        String id = lethe.database()
                .texts("select id from account where login = 'admin'")
                .get(0);
        lethe.database()
                .execute("update account set disabled_at = now() where 'admin' = any(roles) and login <> 'admin'");

        assertThat(admin.delete("api/admin/accounts/" + id)).isProblem(409, "last-administrator");
        assertThat(change(UUID.fromString(id), "{\"roles\": [\"owner\"]}")).isProblem(409, "last-administrator");
        assertThat(admin.get("api/admin/accounts")).hasStatus(200);
    }

    @Test
    void anAccountThatIsNotThereShouldNotBeFound() {
        UUID unknown = UUID.randomUUID();

        assertThat(admin.get("api/admin/accounts/" + unknown)).isProblem(404, "not-found");
        assertThat(change(unknown, "{\"disabled\": true}")).isProblem(404, "not-found");
        assertThat(admin.delete("api/admin/accounts/" + unknown)).isProblem(404, "not-found");
    }

    private String tagOf(UUID id) {
        return admin.get("api/admin/accounts/" + id).header("ETag").orElseThrow();
    }

    private Answer change(UUID id, String body, String... headers) {
        HttpRequest.Builder request = admin.request("api/admin/accounts/" + id);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return admin.send(
                request.header("Content-Type", "application/json").method("PATCH", BodyPublishers.ofString(body)));
    }

    private static String account(String login, String password, String role) {
        return "{\"login\": \"%s\", \"password\": \"%s\", \"roles\": [\"%s\"]}".formatted(login, password, role);
    }
}
