package org.lethe.it.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.lethe.it.LetheAssertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lethe.it.Answer;
import org.lethe.it.Lethe;
import org.lethe.it.LetheClient;
import org.lethe.it.Sha256;

@DisplayName("Guessing passwords")
class LockOutIT {
    @RegisterExtension
    static final Lethe lethe = Lethe.shared();

    private static final int FREE = 5;
    private static final int FREE_OF_LOGIN = 100;
    private static final int FREE_OF_ADDRESS = 1_000_000;

    private LetheClient owner;
    private String password;
    private String address;

    @BeforeEach
    void somebodyAndAnAddress() {
        owner = lethe.newOwner();
        password = "password of " + owner.login();
        address = newAddress();
    }

    @Test
    void whoGuessesShouldHaveToWaitForLongerEachTime() {
        guess(FREE - 1, owner.login()).forEach(answer -> assertThat(answer).isProblem(401, "unauthorized"));
        assertThat(waitAfterTheLast()).isZero();

        for (int seconds : new int[] {1, 2, 4}) {
            assertThat(signIn(owner.login(), "wrong", address)).isProblem(401, "unauthorized");
            assertThat(waitAfterTheLast()).isEqualTo(seconds);
            waitIsOver();
        }
        setFailures(both(), 1000);
        assertThat(signIn(owner.login(), "wrong", address)).isProblem(401, "unauthorized");
        assertThat(waitAfterTheLast()).isEqualTo(900);
    }

    @Test
    void whoHasToWaitShouldNotHaveThePasswordLookedAt() {
        setToLongWait();

        Answer answer = signIn(owner.login(), password, address);

        assertThat(answer).isProblem(429, "locked-out");
        assertThat(Integer.parseInt(answer.header("Retry-After").orElseThrow())).isBetween(60, 256);
        signIn(owner.login(), "wrong", address).expect(429);
        assertThat(waitAfterTheLast()).as("a refusal is no failure").isEqualTo(256);
        waitIsOver();
        assertThat(signIn(owner.login(), password, address)).hasStatus(201);
    }

    @Test
    void theRightPasswordShouldBringForgiveness() {
        guess(FREE, owner.login());
        waitIsOver();

        assertThat(signIn(owner.login(), password, address)).hasStatus(201);

        guess(FREE - 1, owner.login());
        assertThat(signIn(owner.login(), password, address)).hasStatus(201);
    }

    @Test
    void timeShouldBringForgiveness() {
        guess(FREE, owner.login());
        lethe.database()
                .execute(
                        "update sign_in_attempt set last_at = now() - interval '61 minutes', wait_until = now()"
                                + " where key = ?",
                        both());

        guess(FREE - 1, owner.login()).forEach(answer -> assertThat(answer).isProblem(401, "unauthorized"));
        assertThat(signIn(owner.login(), password, address)).hasStatus(201);
    }

    @Test
    void aLoginThatIsNotThereShouldBeAnsweredTheSame() {
        String nobody = "nobody-" + UUID.randomUUID();
        setToLongWait();
        Answer known = signIn(owner.login(), "wrong", address);

        guess(1, nobody).get(0).expect(401);
        setFailures(both(nobody), FREE + 7);
        guess(1, nobody).get(0).expect(401);

        assertThat(signIn(nobody, "wrong", address)).isProblem(429, "locked-out");
        assertThat(known).isProblem(429, "locked-out");
    }

    @Test
    void guessesThatComeAtTheSameTimeShouldCountAll() {
        List<CompletableFuture<Answer>> running = IntStream.range(0, 25)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> signIn(owner.login(), "wrong " + i, address)))
                .toList();
        List<Integer> statuses = running.stream()
                .map(CompletableFuture::join)
                .map(Answer::status)
                .toList();

        assertThat(statuses).contains(429);
        assertThat(statuses.stream().filter(status -> status == 401).count()).isBetween(1L, FREE + 4L);
    }

    @Test
    void theRightPasswordShouldComeAtTheSameTimeAsOftenAsItLikes() {
        List<CompletableFuture<Answer>> running = IntStream.range(0, 25)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> owner.get("api/albums")))
                .toList();

        assertThat(running).allSatisfy(answer -> assertThat(answer.join()).hasStatus(200));
    }

    @Test
    void basicShouldBeHeldUpAlikeButNotAPasswordThatIsRemembered() {
        assertThat(basic(owner)).hasStatus(200);

        LetheClient guesser = lethe.client(owner.login(), "wrong");
        setToLongWait();

        assertThat(basic(guesser)).isProblem(429, "locked-out").hasHeader("Retry-After");
        assertThat(basic(owner)).hasStatus(200);
    }

    @Test
    void aLoginThatManyTryShouldBeOpenToWhoHasBeenThereBefore() {
        assertThat(signIn(owner.login(), password, address)).hasStatus(201);
        signIn(owner.login(), "wrong", newAddress()).expect(401);
        setFailures("login " + hash(owner.login()), FREE_OF_LOGIN + 7);
        signIn(owner.login(), "wrong", newAddress()).expect(401);

        assertThat(signIn(owner.login(), "wrong", newAddress())).isProblem(429, "locked-out");
        assertThat(signIn(owner.login(), "wrong", address)).isProblem(401, "unauthorized");
        assertThat(signIn(owner.login(), password, address)).hasStatus(201);
    }

    @Test
    void anAddressThatTriesManyLoginsShouldBeOpenToWhoHasBeenThereBefore() {
        assertThat(signIn(owner.login(), password, address)).hasStatus(201);
        signIn("first-" + UUID.randomUUID(), "wrong", address).expect(401);
        setFailures("address " + hash(address), FREE_OF_ADDRESS + 7);
        signIn("second-" + UUID.randomUUID(), "wrong", address).expect(401);

        assertThat(signIn("third-" + UUID.randomUUID(), "wrong", address)).isProblem(429, "locked-out");
        assertThat(signIn(owner.login(), "wrong", address)).isProblem(401, "unauthorized");
        assertThat(signIn(owner.login(), password, address)).hasStatus(201);
        assertThat(signIn("third-" + UUID.randomUUID(), "wrong", newAddress())).isProblem(401, "unauthorized");
    }

    @Test
    void theAuditShouldTellOfItOnce() {
        guess(FREE + 1, owner.login());
        waitIsOver();
        guess(2, owner.login());
        String nobody = "nobody-" + UUID.randomUUID();
        guess(FREE, nobody);

        List<JsonObject> entries = lethe.admin().get("api/admin/audit?action=LOCKED_OUT&limit=500").items().stream()
                .map(entry -> entry.asJsonObject())
                .filter(entry -> entry.getString("address").equals(address))
                .toList();

        assertThat(entries)
                .extracting(entry -> entry.getString("subject"))
                .containsExactly("(unknown login) from " + address, owner.login() + " from " + address);
        assertThat(entries).allSatisfy(entry -> assertThat(entry.toString()).doesNotContain(nobody));
    }

    private List<Answer> guess(int times, String login) {
        return IntStream.range(0, times)
                .mapToObj(i -> signIn(login, "wrong " + i, address))
                .toList();
    }

    private static Answer signIn(String login, String with, String from) {
        LetheClient browser = lethe.anonymous();
        JsonObject credentials = Json.createObjectBuilder()
                .add("login", login)
                .add("password", with)
                .build();
        return browser.send(browser.request("api/session")
                .header("X-Forwarded-For", from)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(credentials.toString())));
    }

    private Answer basic(LetheClient client) {
        return client.send(
                client.request("api/albums").header("X-Forwarded-For", address).GET());
    }

    private void waitIsOver() {
        lethe.database().execute("update sign_in_attempt set wait_until = now() where key = ?", both());
    }

    private static void setFailures(String key, int failures) {
        assertThat(lethe.database()
                        .execute(
                                "update sign_in_attempt set failures = ?, last_at = now() where key = ?",
                                failures,
                                key))
                .isEqualTo(1);
    }

    /** From the next failure on, which is made, there are 256 seconds to wait. */
    private void setToLongWait() {
        guess(1, owner.login()).get(0).expect(401);
        setFailures(both(), FREE + 7);
        guess(1, owner.login()).get(0).expect(401);
    }

    private long waitAfterTheLast() {
        return lethe.database()
                .number(
                        "select floor(extract(epoch from wait_until - last_at)) from sign_in_attempt where key = ?",
                        both());
    }

    private String both() {
        return both(owner.login());
    }

    private String both(String login) {
        return "both " + hash(login + '\u0000' + address);
    }

    private static String hash(String text) {
        return Sha256.of(text.getBytes(UTF_8));
    }

    private static String newAddress() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return "198." + random.nextInt(1, 250) + '.' + random.nextInt(1, 250) + '.' + random.nextInt(1, 250);
    }
}
