package org.lethe.it.rest;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lethe.it.LetheAssertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lethe.it.Answer;
import org.lethe.it.Lethe;
import org.lethe.it.LetheClient;

@DisplayName("The audit")
class AuditIT {
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
    void anActShouldStandThereWithWhoWhatAndFromWhere() {
        String request = "it-" + UUID.randomUUID();

        Answer made = admin.send(admin.request("api/admin/accounts")
                .header("Content-Type", "application/json")
                .header("X-Request-Id", request)
                .POST(BodyPublishers.ofString(account(login))));

        assertThat(made).hasStatus(201).hasHeader("X-Request-Id", request);
        List<JsonObject> entries = entries("subject=" + made.json().getString("id"));
        assertThat(entries).hasSize(1);
        JsonObject entry = entries.get(0);
        assertThat(entry.getString("actor")).isEqualTo("admin");
        assertThat(entry.getString("action")).isEqualTo("ACCOUNT_ADDED");
        assertThat(entry.getString("subjectType")).isEqualTo("account");
        assertThat(entry.getString("address")).isEqualTo("127.0.0.1");
        assertThat(entry.getString("requestId")).isEqualTo(request);
        assertThat(entry.getJsonObject("details").toString())
                .isEqualTo("{\"login\":\"" + login + "\",\"roles\":[\"owner\"]}");
        assertThat(entry.getString("hash")).matches("[0-9a-f]{64}");
    }

    @Test
    void everyAdministrativeActShouldBeThere() {
        UUID id = admin.addAccount(login, PASSWORD, "owner");
        LetheClient owner = lethe.client(login, PASSWORD);
        String token = owner.post("api/tokens", "{\"name\": \"a\", \"scopes\": [\"read\"]}")
                .expect(201)
                .json()
                .getString("id");
        owner.delete("api/tokens/" + token).expect(204);
        change(id, "{\"password\": \"another and longer\", \"roles\": [\"operator\"]}")
                .expect(200);
        admin.delete("api/admin/accounts/" + id).expect(204);
        admin.delete("api/admin/accounts/" + id).expect(204);
        change(id, "{\"disabled\": false}").expect(200);

        assertThat(entries("subject=" + id))
                .extracting(entry -> entry.getString("action"))
                .containsExactly("ACCOUNT_ENABLED", "ACCOUNT_DISABLED", "ACCOUNT_CHANGED", "ACCOUNT_ADDED");
        assertThat(entries("actor=" + login + "&subject=" + token))
                .extracting(entry -> entry.getString("action"))
                .containsExactly("TOKEN_REVOKED", "TOKEN_ISSUED");
        assertThat(entries("subject=" + id + "&action=ACCOUNT_CHANGED").get(0).getJsonObject("details"))
                .isEqualTo(json("{\"login\":\"" + login + "\",\"password\":\"changed\",\"roles\":"
                        + "{\"from\":[\"owner\"],\"to\":[\"operator\"]}}"));
    }

    @Test
    void csvShouldHaveAllThatMatchAndNoFormula() {
        UUID id = admin.addAccount(login, PASSWORD, "owner");
        lethe.database()
                .execute(
                        "insert into audit_entry (id, at, actor, action, subject_type, subject, details) select gen_random_uuid(),"
                                + " now() - make_interval(hours => n), '=it(actor)', 'ACCOUNT_CHANGED', 'account', ?,"
                                + " '{\"n\":' || n || '}' from generate_series(1, 1200) n",
                        id.toString());

        Answer answer = admin.send(admin.request("api/admin/audit?limit=1&subject=" + id)
                .header("Accept", "text/csv")
                .GET());

        assertThat(answer).hasStatus(200).hasHeader("Content-Disposition", "attachment; filename=\"audit.csv\"");
        assertThat(answer.header("Content-Type").orElseThrow()).startsWith("text/csv");
        List<String> lines = answer.text().lines().toList();
        assertThat(lines.get(0)).isEqualTo("id,seq,at,actor,action,subjectType,subject,address,requestId,details,hash");
        assertThat(lines.get(1)).contains(",admin,ACCOUNT_ADDED,account," + id + ",127.0.0.1,");
        assertThat(lines.stream().skip(2).map(line -> line.substring(0, 36)))
                .hasSize(1200)
                .doesNotHaveDuplicates();
        assertThat(lines.stream().skip(2)).allMatch(line -> line.contains(",'=it(actor),"));
        assertThat(lines.get(1201)).contains(",\"{\"\"n\"\":1200}\",");
        assertThat(admin.send(admin.request("api/admin/audit?action=DANCE")
                        .header("Accept", "text/csv, application/problem+json")
                        .GET()))
                .isProblem(400, "malformed")
                .hasErrorsFor("action");
    }

    @Test
    void theFirstAdministratorShouldBeTheSystemsDoing() {
        String id = lethe.database()
                .texts("select id from account where login = 'admin'")
                .get(0);

        List<JsonObject> entries = entries("subject=" + id + "&action=ACCOUNT_ADDED");

        assertThat(entries).hasSize(1);
        assertThat(entries.get(0).getString("actor")).isEqualTo("system");
        assertThat(entries.get(0).containsKey("address")).isFalse();
    }

    @Test
    void whatWasRefusedShouldNotBeThere() {
        UUID id = admin.addAccount(login, PASSWORD, "owner");

        admin.post("api/admin/accounts", account(login)).expect(409);
        change(id, "{\"roles\": [\"king\"]}").expect(400);
        change(id, "{}").expect(200);

        assertThat(entries("subject=" + id)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_entry set actor = 'eve'",
                "delete from audit_entry",
                "truncate audit_entry cascade",
                "update audit_link set hash = ''",
                "delete from audit_link",
                "truncate audit_link",
                "delete from audit_head",
                "truncate audit_head"
            })
    void theDatabaseShouldOnlyAdd(String change) {
        assertThatThrownBy(() -> lethe.database().execute(change)).hasMessageContaining("only ever added to");
    }

    @Test
    void theChainShouldHoldWhateverHappensAtTheSameTime() {
        long before = verification("").getInt("entries");
        LetheClient owner = lethe.newOwner();

        List<CompletableFuture<Answer>> running = IntStream.range(0, 40)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> owner.post("api/tokens", "{\"name\": \"n " + i + "\", \"scopes\": [\"read\"]}")))
                .toList();
        running.forEach(one -> one.join().expect(201));

        JsonObject verification = verification("");
        assertThat(verification.getBoolean("intact")).isTrue();
        assertThat(verification.getInt("entries")).isGreaterThanOrEqualTo((int) before + 41);
        assertThat(entries("actor=" + owner.login() + "&limit=500")).hasSize(40);
        assertThat(lethe.database().number("select max(seq) - count(*) from audit_link"))
                .isZero();
    }

    @Test
    void whatIsChangedOrTakenAwayShouldBeFound() throws SQLException {
        UUID id = admin.addAccount(login, PASSWORD, "owner");
        JsonObject head = verification("").getJsonObject("head");
        long seq = entries("subject=" + id).get(0).getJsonNumber("seq").longValue();
        change(id, "{\"disabled\": true}").expect(200);

        assertThat(faultAfter("update audit_entry set details = '{}' where subject = '" + id + "'"))
                .isEqualTo(seq + " CHANGED");
        assertThat(faultAfter("update audit_link set hash = repeat('0', 64) where seq = " + seq))
                .isEqualTo(seq + " CHANGED");
        assertThat(faultAfter("delete from audit_link where seq = " + seq)).isEqualTo(seq + " MISSING");
        assertThat(faultAfter("delete from audit_link where seq > " + seq)).isEqualTo(seq + 1 + " MISSING");
        assertThat(faultAfter("update audit_head set hash = ''")).endsWith(" HEAD_CHANGED");
        assertThat(faultAfter("update audit_link set hash = repeat('0', 64) where seq = 1"))
                .isEqualTo("1 CHANGED");
        String kept = "?seq=" + seq + "&hash=" + head.getString("hash");
        assertThat(verification(kept).getBoolean("intact")).isTrue();
        assertThat(verification(kept.replaceAll(".$", "x").replace("x", kept.endsWith("0") ? "1" : "0"))
                        .getJsonObject("fault")
                        .getString("kind"))
                .isEqualTo("NOT_AS_KEPT");
        assertThat(verification("?seq=999999999&hash=" + head.getString("hash"))
                        .getJsonObject("fault")
                        .getString("kind"))
                .isEqualTo("MISSING");
    }

    @Test
    void anActWhoseEntryCannotBeChainedShouldNotBeDone() throws SQLException {
        try (Connection connection = lethe.database().connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select * from audit_head for update");
            assertThat(admin.post("api/admin/accounts", account(login)))
                    .hasStatus(503)
                    .hasHeader("Retry-After");
            connection.rollback();
        }

        assertThat(lethe.database().number("select count(*) from account where login = ?", login))
                .isZero();
        assertThat(admin.post("api/admin/accounts", account(login))).hasStatus(201);
    }

    @Test
    void entriesShouldBeListedNewestFirstByPagesAndByTime() {
        UUID id = admin.addAccount(login, PASSWORD, "owner");
        change(id, "{\"disabled\": true}").expect(200);
        List<JsonObject> both = entries("subject=" + id);

        JsonObject page = admin.get("api/admin/audit?limit=1&subject=" + id).json();
        JsonObject rest = admin.get("api/admin/audit?limit=1&subject=" + id + "&cursor=" + page.getString("nextCursor"))
                .json();

        assertThat(page.getJsonArray("items")).containsExactly(both.get(0));
        assertThat(rest.getJsonArray("items")).containsExactly(both.get(1));
        assertThat(rest.containsKey("nextCursor")).isFalse();
        assertThat(entries("subject=" + id + "&from=" + both.get(0).getString("at")))
                .containsExactly(both.get(0));
        assertThat(entries("subject=" + id + "&until=" + both.get(0).getString("at")))
                .containsExactly(both.get(1));
    }

    @Test
    void everythingThatIsWrongShouldBeNamedAtOnce() {
        assertThat(admin.get(
                        "api/admin/audit?actor=&action=FLY&subject=%00&from=today&until=-1000000000-01-01T00:00:00Z"))
                .isProblem(400, "malformed")
                .hasErrorsFor("actor", "action", "subject", "from", "until");
        assertThat(admin.get("api/admin/audit/verification?seq=0&hash=A"))
                .isProblem(400, "malformed")
                .hasErrorsFor("seq", "hash");
        assertThat(admin.get("api/admin/audit/verification?seq=1"))
                .isProblem(400, "malformed")
                .hasErrorsFor("hash");
    }

    @Test
    void onlyOperatorsAndAdministratorsShouldSeeIt() {
        assertThat(lethe.newOwner().get("api/admin/audit")).isProblem(403, "forbidden");
        assertThat(lethe.newOwner().get("api/admin/audit/verification")).isProblem(403, "forbidden");
        assertThat(lethe.newAccount("operator").get("api/admin/audit?limit=1")).hasStatus(200);
    }

    @Test
    void everyAnswerShouldHaveARequestId() {
        LetheClient anonymous = lethe.anonymous();

        assertThat(anonymous.get("api/albums")).isProblem(401, "unauthorized").hasHeader("X-Request-Id");
        assertThat(anonymous.send(anonymous
                        .request("not/there")
                        .header("X-Request-Id", "mine")
                        .GET()))
                .hasStatus(404)
                .hasHeader("X-Request-Id", "mine");
        Answer odd = anonymous.send(
                anonymous.request("api/albums").header("X-Request-Id", "<odd>").GET());
        assertThat(UUID.fromString(odd.header("X-Request-Id").orElseThrow())).isNotNull();
    }

    /** What verification finds when a statement goes past the triggers; undone afterwards. */
    private String faultAfter(String change) throws SQLException {
        try (Connection connection = lethe.database().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("create temporary table kept_entry as table audit_entry");
            statement.execute("create temporary table kept_link as table audit_link");
            statement.execute("create temporary table kept_head as table audit_head");
            unguarded(connection, change);
            try {
                JsonObject fault = verification("").getJsonObject("fault");
                return fault.getJsonNumber("seq") + " " + fault.getString("kind");
            } finally {
                unguarded(connection, "delete from audit_link");
                unguarded(connection, "delete from audit_entry");
                unguarded(connection, "insert into audit_entry table kept_entry");
                unguarded(connection, "insert into audit_link table kept_link");
                unguarded(connection, "update audit_head set (seq, hash) = (select seq, hash from kept_head)");
                statement.execute("drop table kept_entry, kept_link, kept_head");
            }
        }
    }

    private static void unguarded(Connection connection, String change) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String table : List.of("audit_entry", "audit_link", "audit_head")) {
                statement.execute("alter table " + table + " disable trigger user");
            }
            statement.execute(change);
            for (String table : List.of("audit_entry", "audit_link", "audit_head")) {
                statement.execute("alter table " + table + " enable trigger user");
            }
            connection.commit();
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private JsonObject verification(String query) {
        return admin.get("api/admin/audit/verification" + query).expect(200).json();
    }

    private List<JsonObject> entries(String query) {
        return admin.get("api/admin/audit?" + query).expect(200).items().stream()
                .map(JsonValue::asJsonObject)
                .toList();
    }

    private Answer change(UUID id, String body) {
        return admin.send(admin.request("api/admin/accounts/" + id)
                .header("Content-Type", "application/json")
                .method("PATCH", BodyPublishers.ofString(body)));
    }

    private static JsonObject json(String text) {
        return Json.createReader(new StringReader(text)).readObject();
    }

    private static String account(String login) {
        return "{\"login\": \"%s\", \"password\": \"%s\", \"roles\": [\"owner\"]}".formatted(login, PASSWORD);
    }
}
