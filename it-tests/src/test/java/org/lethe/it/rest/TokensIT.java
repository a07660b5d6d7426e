package org.lethe.it.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.lethe.it.LetheAssertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lethe.it.Answer;
import org.lethe.it.Lethe;
import org.lethe.it.LetheClient;
import org.lethe.it.Photo;
import org.lethe.it.Pictures;
import org.lethe.it.Sha256;

@DisplayName("API tokens")
class TokensIT {
    @RegisterExtension
    static final Lethe lethe = Lethe.shared();

    private LetheClient owner;

    @BeforeEach
    void anOwner() {
        owner = lethe.newOwner();
    }

    @Test
    void aTokenShouldBeShownOnce() {
        Answer made = make(owner, "scanner", "write", "read");
        String id = made.json().getString("id");
        String token = made.json().getString("token");
        String hash = Sha256.of(token.getBytes(UTF_8));

        assertThat(made)
                .hasStatus(201)
                .hasHeader("Location", lethe.url() + "api/tokens/" + id)
                .hasHeader("Cache-Control", "no-store");
        assertThat(token).matches("lethe_[A-Za-z0-9_-]{43}");
        assertThat(made.json().getJsonArray("scopes").toString()).isEqualTo("[\"read\",\"write\"]");
        assertThat(Duration.between(
                        Instant.parse(made.json().getString("createdAt")),
                        Instant.parse(made.json().getString("expiresAt"))))
                .isEqualTo(Duration.ofDays(90));
        assertThat(lethe.database().texts("select hash from account_token where id::text = ?", id))
                .containsExactly(hash);
        for (String path : List.of("api/tokens", "api/tokens/" + id)) {
            assertThat(owner.get(path).expect(200).text())
                    .contains(id, "scanner")
                    .doesNotContain(token)
                    .doesNotContain(hash)
                    .doesNotContain("lastUsedAt");
        }
    }

    @Test
    void everythingShouldBePossibleWithATokenOfAllScopes() {
        LetheClient everybody = lethe.newAccount("owner", "operator", "admin");
        LetheClient client = withToken(everybody, "read", "write", "delete", "operate", "admin");

        UUID album = client.createAlbum("By token", 2);
        List<Photo> photos = client.photos(album);
        assertThat(client.content(photos.get(0).id())).isNotEmpty();
        client.awaitOver(client.deletePhoto(photos.get(0).id()).id());
        client.awaitOver(client.deleteAlbum(album).id());

        assertThat(client.post("api/deletions", "{\"albumId\": \"" + UUID.randomUUID() + "\"}"))
                .isProblem(404, "not-found");
        assertThat(client.get("api/admin/failures")).hasStatus(200);
        assertThat(client.get("api/admin/accounts")).hasStatus(200);
        assertThat(client.get("api/tokens").items()).hasSize(1);
        assertThat(everybody.get("api/albums")).hasStatus(200);
    }

    @Test
    void aRequestOutsideOfTheScopesShouldBeToldWhichOneIsMissing() {
        LetheClient everybody = lethe.newAccount("owner", "operator", "admin");
        UUID album = everybody.createAlbum("Kept", 1);
        UUID photo = everybody.photos(album).get(0).id();
        LetheClient reading = withToken(everybody, "read");
        LetheClient others = withToken(everybody, "write", "delete", "operate");

        assertThat(reading.get("api/photos/" + photo)).hasStatus(200);
        assertThat(reading.post("api/albums", "{\"name\": \"New\"}")).satisfies(TokensIT::lacksWrite);
        assertThat(reading.send(reading.uploadOf(album, Pictures.saying("1")))).satisfies(TokensIT::lacksWrite);
        Stream.of(
                        reading.delete("api/albums/" + album),
                        reading.delete("api/photos/" + photo),
                        reading.requestDeletionOf(List.of(photo)),
                        reading.post("api/deletions/" + UUID.randomUUID() + "/restore"))
                .forEach(answer -> lacks("delete", answer));
        lacks("operate", reading.get("api/admin/failures"));
        lacks("read", others.get("api/albums"));
        lacks("read", others.get("api/photos/" + photo + "/content"));
        lacks("admin", others.get("api/admin/accounts"));
        lacks("admin", others.get("api/admin/%61ccounts"));
        lacks("admin", others.get("api/admin/accounts;x=1"));
        assertThat(everybody.get("api/albums").items()).hasSize(1);
        assertThat(everybody.photos(album)).hasSize(1);
        assertThat(everybody.get("api/deletions").items()).isEmpty();
    }

    @Test
    void aTokenShouldNotMakeTokens() {
        LetheClient everybody = lethe.newAccount("owner", "operator", "admin");
        LetheClient client = withToken(everybody, "read", "write", "delete", "operate", "admin");

        assertThat(make(client, "offspring", "read")).isProblem(403, "password-needed");
        assertThat(client.get("api/tokens").items()).hasSize(1);
    }

    @Test
    void everythingThatIsWrongShouldBeNamedAtOnce() {
        assertThat(
                        owner.post(
                                "api/tokens",
                                "{\"name\": \"a\\u0000b\", \"scopes\": [\"read\", \"fly\"], \"expiresAt\": \"2020-01-01T00:00:00Z\"}"))
                .isProblem(400, "malformed")
                .hasErrorsFor("name", "scopes", "expiresAt");
        assertThat(owner.post("api/tokens", "{}")).isProblem(400, "malformed").hasErrorsFor("name", "scopes");
        assertThat(owner.post("api/tokens", "")).isProblem(400, "malformed");
        assertThat(make(owner, "greedy", "read", "operate", "admin"))
                .isProblem(400, "malformed")
                .hasErrorsFor("scopes");
        assertThat(owner.get("api/tokens").items()).isEmpty();
    }

    @Test
    void anOperatorShouldHaveTokensToo() {
        LetheClient operator = lethe.newAccount("operator");
        LetheClient client = withToken(operator, "operate");

        assertThat(client.get("api/admin/failures")).hasStatus(200);
        lacks("admin", client.get("api/admin/accounts"));
        lacks("read", client.get("api/albums"));
        assertThat(operator.get("api/tokens").items()).hasSize(1);
        assertThat(make(operator, "greedy", "read")).isProblem(400, "malformed").hasErrorsFor("scopes");
    }

    @Test
    void aRoleThatIsTakenAwayShouldBeGoneForTokensAtOnce() {
        LetheClient both = lethe.newAccount("owner", "operator");
        LetheClient client = withToken(both, "read", "operate");
        assertThat(client.get("api/admin/failures")).hasStatus(200);

        change(both, "{\"roles\": [\"owner\"]}");

        assertThat(client.get("api/admin/failures")).isProblem(403, "forbidden");
        assertThat(client.get("api/albums")).hasStatus(200);
    }

    @Test
    void aRevokedTokenShouldBeAStrangersAtOnce() {
        Answer made = make(owner, "scanner", "read", "delete").expect(201);
        String path = "api/tokens/" + made.json().getString("id");
        LetheClient client = lethe.withToken(made.json().getString("token"));
        assertThat(client.get("api/albums")).hasStatus(200);

        assertThat(client.delete(path)).hasStatus(204);

        isStranger(client.get("api/albums"));
        isStranger(client.delete(path));
        assertThat(owner.get(path)).isProblem(404, "not-found");
        assertThat(owner.delete(path)).isProblem(404, "not-found");
        assertThat(owner.get("api/tokens").items()).isEmpty();
    }

    @Test
    void whateverIsWrongWithATokenTheAnswerShouldBeTheSame() {
        LetheClient revoked = withToken(owner, "read");
        lethe.database()
                .execute("update account_token set revoked_at = now() where account_id = ?::uuid", accountOf(owner));
        LetheClient expired = withToken(owner, "read");
        assertThat(expired.get("api/albums")).hasStatus(200);
        lethe.database()
                .execute(
                        "update account_token set expires_at = now() - interval '1 ms'"
                                + " where account_id = ?::uuid and revoked_at is null",
                        accountOf(owner));
        LetheClient another = lethe.newOwner();
        LetheClient disabled = withToken(another, "read");
        change(another, "{\"disabled\": true}");

        List<Answer> answers = Stream.of(
                        revoked,
                        expired,
                        disabled,
                        lethe.withToken("lethe_" + "A".repeat(43)),
                        lethe.withToken("nothing like a token"),
                        lethe.withToken("%00"))
                .map(client -> client.get("api/albums"))
                .toList();

        assertThat(answers).allSatisfy(TokensIT::isStranger);
        assertThat(answers.stream().map(Answer::text).distinct()).hasSize(1);
        change(another, "{\"disabled\": false}");
        assertThat(disabled.get("api/albums")).hasStatus(200);
        assertThat(owner.get("api/albums")).hasStatus(200);
    }

    @Test
    void anotherAccountsTokenShouldNotBeFound() {
        Answer made = make(owner, "scanner", "read").expect(201);
        String path = "api/tokens/" + made.json().getString("id");
        LetheClient curious = lethe.newAccount("owner", "operator", "admin");

        assertThat(curious.get(path)).isProblem(404, "not-found");
        assertThat(curious.delete(path)).isProblem(404, "not-found");
        assertThat(curious.get("api/tokens").items()).isEmpty();
        assertThat(lethe.withToken(made.json().getString("token")).get("api/albums"))
                .hasStatus(200);
    }

    @Test
    void tokensShouldBeListedNewestFirstByPages() {
        make(owner, "first", "read");
        make(owner, "second", "read");
        make(owner, "third", "read");

        JsonObject page = owner.get("api/tokens?limit=2").expect(200).json();
        JsonObject rest = owner.get("api/tokens?limit=2&cursor=" + page.getString("nextCursor"))
                .expect(200)
                .json();

        assertThat(names(page)).containsExactly("third", "second");
        assertThat(names(rest)).containsExactly("first");
        assertThat(rest.containsKey("nextCursor")).isFalse();
    }

    @Test
    void theLastUseShouldBeKeptToTheMinute() {
        Answer made = make(owner, "scanner", "read").expect(201);
        String path = "api/tokens/" + made.json().getString("id");
        LetheClient client = lethe.withToken(made.json().getString("token"));

        Instant first = lastUse(client, path);
        Instant second = lastUse(client, path);
        lethe.database()
                .execute(
                        "update account_token set last_used_at = now() - interval '2 minutes' where account_id = ?::uuid",
                        accountOf(owner));
        Instant third = lastUse(client, path);

        assertThat(Duration.between(first, Instant.now()).abs()).isLessThan(Duration.ofMinutes(1));
        assertThat(second).isEqualTo(first);
        assertThat(third).isAfter(first);
    }

    @Test
    void aUseThatCannotBeKeptShouldNotHoldTheRequest() throws SQLException {
        Answer made = make(owner, "scanner", "read").expect(201);
        String id = made.json().getString("id");
        LetheClient client = lethe.withToken(made.json().getString("token"));

        try (Connection connection = lethe.database().connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select id from account_token where id = '" + id + "' for update");
            assertThat(client.get("api/albums")).hasStatus(200);
            connection.rollback();
        }

        assertThat(owner.get("api/tokens/" + id).json().containsKey("lastUsedAt"))
                .isFalse();
    }

    @Test
    void aPasswordThatIsBeingChangedShouldMakeNoToken() throws SQLException {
        try (Connection connection = lethe.database().connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(
                    "update account set password_hash = (select password_hash from account where login = 'admin')"
                            + " where id = '" + accountOf(owner) + "'");
            CompletableFuture<Answer> made = CompletableFuture.supplyAsync(() -> make(owner, "late", "read"));
            Awaitility.await("the request that waits for the change")
                    .atMost(LetheClient.DEADLINE)
                    .until(() -> made.isDone() || somebodyWaits());
            connection.commit();

            assertThat(made.join()).isProblem(401, "unauthorized");
        }
        assertThat(lethe.database().number("select count(*) from account_token where name = 'late'"))
                .isZero();
    }

    private static boolean somebodyWaits() {
        return lethe.database()
                        .number("select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
                                + " and query like '%account%' and datname = current_database()")
                > 0;
    }

    @Test
    void noTokenShouldStandInTheServersLog() throws IOException {
        Answer made = make(owner, "scanner", "read").expect(201);
        String token = made.json().getString("token");
        LetheClient client = lethe.withToken(token);
        String wrong = "lethe_" + UUID.randomUUID();

        client.get("api/albums").expect(200);
        client.post("api/albums", "{\"name\": \"New\"}").expect(403);
        client.get("api/albums/not-an-id").expect(404);
        lethe.withToken(wrong).get("api/albums").expect(401);
        owner.delete("api/tokens/" + made.json().getString("id")).expect(204);
        client.get("api/albums").expect(401);

        assertThat(Files.readString(lethe.installation().server().log()))
                .isNotEmpty()
                .doesNotContain(token)
                .doesNotContain(wrong)
                .doesNotContain("password of " + owner.login());
    }

    private static Answer make(LetheClient account, String name, String... scopes) {
        return account.post(
                "api/tokens",
                Json.createObjectBuilder()
                        .add("name", name)
                        .add("scopes", Json.createArrayBuilder(Arrays.asList(scopes)))
                        .build());
    }

    private static LetheClient withToken(LetheClient account, String... scopes) {
        return lethe.withToken(
                make(account, "for a test", scopes).expect(201).json().getString("token"));
    }

    private static void lacksWrite(Answer answer) {
        lacks("write", answer);
    }

    private static void lacks(String scope, Answer answer) {
        assertThat(answer)
                .isProblem(403, "insufficient-scope")
                .hasHeader("WWW-Authenticate", "Bearer error=\"insufficient_scope\", scope=\"" + scope + '"');
        assertThat(answer.json().getString("missingScope")).isEqualTo(scope);
    }

    private static void isStranger(Answer answer) {
        assertThat(answer)
                .isProblem(401, "unauthorized")
                .hasHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"");
    }

    private static Instant lastUse(LetheClient client, String path) {
        client.get(path).expect(200); // the use that is to be seen
        return Instant.parse(client.get(path).expect(200).json().getString("lastUsedAt"));
    }

    private static List<String> names(JsonObject page) {
        return page.getJsonArray("items").stream()
                .map(item -> item.asJsonObject().getString("name"))
                .toList();
    }

    private static void change(LetheClient account, String body) {
        LetheClient admin = lethe.admin();
        admin.send(admin.request("api/admin/accounts/" + accountOf(account))
                        .header("Content-Type", "application/json")
                        .method("PATCH", BodyPublishers.ofString(body)))
                .expect(200);
    }

    private static String accountOf(LetheClient account) {
        return lethe.database()
                .texts("select id from account where login = ?", account.login())
                .get(0);
    }
}
