package org.lethe.it.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lethe.it.LetheAssertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lethe.it.Broker;
import org.lethe.it.Deletion;
import org.lethe.it.ErrorPolicies;
import org.lethe.it.Failure;
import org.lethe.it.Lethe;
import org.lethe.it.LetheClient;
import org.lethe.it.StorageDirectory.Outage;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("What becomes of failures")
class ErrorPoliciesIT {
    @RegisterExtension
    static final Lethe lethe = Lethe.shared();

    private static final int PHOTOS = 3;
    private static final int FILES = 3 * PHOTOS;
    private static final Map<String, String> NO_FILE = Map.of("cause", "not a plain file");
    private static final Map<String, String> BACKUP_AWAY = Map.of("cause", "storage unavailable", "storage", "backup");

    private LetheClient owner;
    private LetheClient operator;
    private LetheClient admin;
    private ErrorPolicies policies;

    @BeforeAll
    void people() {
        owner = lethe.newOwner();
        operator = lethe.newAccount("operator");
        admin = lethe.newAccount("admin");
        policies = new ErrorPolicies(admin);
    }

    @Test
    void aPermanentErrorShouldGoToAPersonAtOnceWithItsFileOnly() {
        UUID album = owner.createAlbum("One is no file", PHOTOS);
        UUID key = blocked(album);

        Deletion over = owner.awaitOver(owner.deleteAlbum(album).id());

        assertThat(over).is("COMPLETED_WITH_FAILURES").hasGone(FILES - 1, FILES).hasFailed(1);
        Failure failure = onlyFailureOf(over);
        assertThat(failure)
                .is("OPEN")
                .isAbout(1)
                .isOnQueue(Broker.MAIN)
                .hasAttempts(1)
                .tells("attempt failed", "to a person at once");
        lethe.invariants().acceptedDeletions(List.of(over.id())).awaitQuiet().assertHolds();

        operator.retry(failure.id()); // alone from now on, and no better
        over = owner.awaitOver(over.id());

        assertThat(operator.failure(failure.id()))
                .is("OPEN")
                .hasAttempts(2)
                .tells("to a person at once", "retried", "attempt failed", "to a person at once");
        mend(key, over);
    }

    @Test
    void aKindOfFailureThatIsIgnoredShouldBeDroppedWithItsReason() {
        UUID album = owner.createAlbum("One is left", PHOTOS);
        UUID key = blocked(album);
        Deletion over;
        try (ErrorPolicies.Added policy = policies.add(ErrorPolicies.policy("IGNORE", NO_FILE, inDays(1)))) {
            assertThat(policy.id()).isNotNull();
            over = owner.awaitOver(owner.deleteAlbum(album).id());
        }

        assertThat(over).is("COMPLETED_WITH_FAILURES").hasGone(FILES - 1, FILES).hasFailed(0);
        assertThat(owner.get("api/deletions/" + over.id())
                        .json()
                        .getJsonObject("files")
                        .getInt("waived"))
                .isEqualTo(1);
        Failure failure = onlyFailureOf(over);
        assertThat(failure).is("IGNORED").hasAttempts(1).tells("attempt failed", "ignored by policy");
        assertThat(failure.json().getJsonArray("timeline").toString()).contains("The test wants it so");
        lethe.main().unblock(key);
        lethe.invariants().acceptedDeletions(List.of(over.id())).awaitQuiet().assertHolds();
    }

    @Test
    void whatMayPassShouldBeIgnoredOnlyAfterItsLastAttempt() {
        UUID album = owner.createAlbum("Ignored in the end", PHOTOS);
        Deletion over;
        try (ErrorPolicies.Added policy = policies.add(ErrorPolicies.policy("IGNORE", BACKUP_AWAY));
                Outage outage = lethe.backup().unmounted()) {
            assertThat(policy.id()).isNotNull();
            assertThat(outage).isNotNull();
            over = owner.awaitOver(owner.deleteAlbum(album).id());
        }

        assertThat(over).is("COMPLETED_WITH_FAILURES").hasGone(FILES, 0).hasFailed(0);
        assertThat(onlyFailureOf(over))
                .is("IGNORED")
                .hasAttempts(Lethe.MAX_ATTEMPTS)
                .tells("ignored by policy");
    }

    @Test
    void aMaximumOfItsOwnAndAPersonAtOnceShouldEndTheAttemptsOfAWholeChunk() {
        UUID once = owner.createAlbum("Once", PHOTOS);
        UUID twice = owner.createAlbum("Twice", PHOTOS);
        Deletion ofOne;
        Deletion ofTwo;
        try (Outage outage = lethe.backup().unmounted()) {
            assertThat(outage).isNotNull();
            try (ErrorPolicies.Added policy = policies.add(ErrorPolicies.policy("HUMAN", BACKUP_AWAY))) {
                assertThat(policy.id()).isNotNull();
                ofOne = owner.awaitOver(owner.deleteAlbum(once).id());
            }
            try (ErrorPolicies.Added policy = policies.add(ErrorPolicies.policy("NOTIFY", BACKUP_AWAY, 2))) {
                ofTwo = owner.awaitOver(owner.deleteAlbum(twice).id());
                assertThat(lethe.database()
                                .number("select count(*) from error_notice where policy_id = ?", policy.id()))
                        .isEqualTo(1);
            }
        }
        assertThat(onlyFailureOf(ofOne)).is("OPEN").isAbout(FILES).hasAttempts(1);
        assertThat(onlyFailureOf(ofTwo)).is("OPEN").isAbout(FILES).hasAttempts(2);

        for (Deletion over : List.of(ofOne, ofTwo)) {
            operator.retry(onlyFailureOf(over).id());
            assertThat(owner.awaitOver(over.id())).isCompletedFor(PHOTOS);
        }
        lethe.invariants().awaitQuiet().assertHolds();
    }

    @Test
    void anAttemptThatIsTheOnlyOneShouldBeToldToo() {
        UUID album = owner.createAlbum("Told at once", 1);
        UUID key = blocked(album);
        Deletion over;
        try (ErrorPolicies.Added policy = policies.add(ErrorPolicies.policy("NOTIFY", NO_FILE, 1))) {
            over = owner.awaitOver(owner.deleteAlbum(album).id());

            assertThat(lethe.database().number("select count(*) from error_notice where policy_id = ?", policy.id()))
                    .isEqualTo(1);
        }
        assertThat(onlyFailureOf(over)).is("OPEN").hasAttempts(1);
        mend(key, over);
    }

    @Test
    void whatIsHeldShouldWaitForItsDateWithoutAnAttemptAndThenGo() {
        UUID album = owner.createAlbum("Held", PHOTOS);
        Instant date = Instant.now().plusSeconds(6);
        Deletion deletion;
        try (ErrorPolicies.Added policy = policies.add(ErrorPolicies.policy("HOLD", BACKUP_AWAY, date))) {
            assertThat(policy.id()).isNotNull();
            try (Outage outage = lethe.backup().unmounted()) {
                assertThat(outage).isNotNull();
                deletion = owner.deleteAlbum(album);
                awaitHeld(deletion, 1);
            }
            deliverNow(); // somebody is impatient: it waits all the same

            Deletion over = owner.awaitOver(deletion.id());

            assertThat(Instant.now()).isAfterOrEqualTo(date);
            assertThat(over).isCompletedFor(PHOTOS);
        }
        assertThat(attemptsOf(deletion)).isZero();
        assertThat(held(deletion)).isEmpty();
        lethe.invariants()
                .acceptedDeletions(List.of(deletion.id()))
                .awaitQuiet()
                .assertHolds();
    }

    @Test
    void whatIsHeldShouldSurviveTheServersDeathAndBeReleasedByAPerson() {
        UUID album = owner.createAlbum("Held for long", PHOTOS);
        Deletion deletion;
        try (ErrorPolicies.Added policy = policies.add(ErrorPolicies.policy("HOLD", BACKUP_AWAY, inDays(2)))) {
            assertThat(policy.id()).isNotNull();
            try (Outage outage = lethe.backup().unmounted()) {
                assertThat(outage).isNotNull();
                deletion = owner.deleteAlbum(album);
                awaitHeld(deletion, 1);
            }
        }
        JsonObject held = held(deletion).get(0).asJsonObject();
        assertThat(held.getInt("files")).isEqualTo(FILES);
        assertThat(held.getString("storage")).isEqualTo("backup");
        assertThat(held.getString("because")).contains("storage unavailable", "Test HOLD", "The test wants it so");
        assertThat(operator.get("api/admin/held-removals/summary").expect(200).text())
                .contains("Test HOLD");
        JsonObject conservation = operator.conservation();
        assertThat(conservation.getBoolean("addsUp")).isTrue();
        assertThat(conservation.getInt("held")).isEqualTo(FILES);

        lethe.installation().server().kill();
        lethe.installation().server().start();

        assertThat(held(deletion)).hasSize(1);
        assertThat(operator.post("api/admin/held-removals/release", """
                        {"removalIds": [%d], "expected": 2, "reason": "The disks have arrived"}""".formatted(held.getInt("id"))))
                .isProblem(409, "count-changed");
        assertThat(held(deletion)).hasSize(1);
        JsonObject released = operator.post("api/admin/held-removals/release", """
                        {"removalIds": [%d], "expected": 1, "reason": "The disks have arrived"}""".formatted(held.getInt("id")))
                .expect(200)
                .json();
        assertThat(released.getInt("released")).isEqualTo(1);
        assertThat(released.getInt("left")).isZero();
        assertThat(owner.awaitOver(deletion.id())).isCompletedFor(PHOTOS);
        assertThat(attemptsOf(deletion)).isZero();
        assertThat(admin.get("api/admin/audit?action=HELD_RELEASED&actor=" + operator.login())
                        .items())
                .hasSize(1)
                .allSatisfy(entry -> assertThat(entry.toString()).contains("removalIds"));
        deliverNow(); // the message of the date has nothing to do any more
        lethe.invariants()
                .acceptedDeletions(List.of(deletion.id()))
                .awaitQuiet()
                .assertHolds();
    }

    @Test
    void aDraftShouldTellWhichFailuresItWouldBeAbout() {
        UUID album = owner.createAlbum("Previewed", 1);
        UUID key = blocked(album);
        Deletion over = owner.awaitOver(owner.deleteAlbum(album).id());

        JsonObject preview = operator.post(
                        ErrorPolicies.PATH + "/preview",
                        Json.createObjectBuilder()
                                .add("policy", ErrorPolicies.policy("NOTIFY", NO_FILE))
                                .build())
                .expect(200)
                .json();

        assertThat(preview.getInt("openFailures")).isPositive();
        assertThat(preview.getJsonArray("classes").getValuesAs(JsonObject.class))
                .filteredOn(found -> found.getString("storage").equals("main"))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.getString("kind")).isEqualTo("PERMANENT");
                    assertThat(found.getJsonObject("decidedBy").getString("action"))
                            .isEqualTo("HUMAN");
                    assertThat(found.getBoolean("wouldDecide")).isTrue();
                });
        mend(key, over);
    }

    @Test
    void anOperatorShouldHaveSuchFailuresIgnoredForAWhileAndNotForLonger() {
        UUID album = owner.createAlbum("Ignored until", 1);
        UUID key = blocked(album);
        Failure failure = onlyFailureOf(owner.awaitOver(owner.deleteAlbum(album).id()));
        String path = "api/admin/failures/" + failure.id() + "/ignore";
        String body = "{\"reason\": \"The links are known\", \"until\": \"%s\"}";
        assertThat(operator.post(path, body.formatted(inDays(31)))).isProblem(422, "unprocessable");
        assertThat(operator.failure(failure.id())).is("OPEN");

        operator.post(path, body.formatted(inDays(30).minusSeconds(60))).expect(200);

        UUID another = owner.createAlbum("Ignored meanwhile", 1);
        UUID itsKey = blocked(another);
        Failure next = onlyFailureOf(owner.awaitOver(owner.deleteAlbum(another).id()));
        JsonObject policy = policyOf("Ignored: not a plain file on main");
        admin.send(admin.request(ErrorPolicies.PATH + '/' + policy.getString("id") + "?reason=over")
                        .header("If-Match", "*")
                        .DELETE())
                .expect(204);
        assertThat(next).is("IGNORED").tells("attempt failed", "ignored by policy");
        assertThat(policy.getString("author")).isEqualTo(operator.login());
        assertThat(policy.getString("reason")).isEqualTo("The links are known");
        lethe.main().unblock(key);
        lethe.main().unblock(itsKey);
        lethe.invariants().awaitQuiet().assertHolds();
    }

    @Test
    void anOperatorShouldNotShortenWhatAnAdministratorHasIgnored() {
        UUID album = owner.createAlbum("Ignored for longer", 1);
        UUID key = blocked(album);
        Failure failure = onlyFailureOf(owner.awaitOver(owner.deleteAlbum(album).id()));
        Map<String, String> such = Map.of("cause", "not a plain file", "storage", "main");
        try (ErrorPolicies.Added policy = policies.add(ErrorPolicies.policy("IGNORE", such, inDays(60)))) {
            operator.post("api/admin/failures/" + failure.id() + "/ignore", """
                            {"reason": "The links are known", "until": "%s"}""".formatted(inDays(1)))
                    .expect(200);

            JsonObject present = operator.get(policy.path()).expect(200).json();
            assertThat(present.getInt("version")).isEqualTo(1);
            assertThat(present.getString("author")).isEqualTo(admin.login());
        }
        lethe.main().unblock(key);
    }

    private JsonObject policyOf(String name) {
        return operator.get(ErrorPolicies.PATH).expect(200).items().stream()
                .map(JsonValue::asJsonObject)
                .filter(policy ->
                        policy.getJsonObject("policy").getString("name").equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The key of a file that cannot be removed from main, of a photo of the album. */
    private UUID blocked(UUID album) {
        UUID key = lethe.fileKey(owner.photos(album).get(0).id());
        lethe.main().block(key);
        return key;
    }

    private void mend(UUID key, Deletion over) {
        lethe.main().unblock(key);
        operator.retry(onlyFailureOf(over).id());
        assertThat(owner.awaitOver(over.id())).is("COMPLETED");
        lethe.invariants().acceptedDeletions(List.of(over.id())).awaitQuiet().assertHolds();
    }

    private Failure onlyFailureOf(Deletion deletion) {
        List<Failure> failures = operator.failuresOf(deletion.id());
        assertThat(failures).hasSize(1);
        return operator.failure(failures.get(0).id());
    }

    /** What is scheduled comes at once, whatever it waits for. */
    private void deliverNow() {
        admin.post("api/admin/redelivery/" + Broker.BACKUP + "/deliver-now").expect(200);
    }

    private void awaitHeld(Deletion deletion, int removals) {
        Awaitility.await("held removals")
                .atMost(LetheClient.DEADLINE)
                .until(() -> held(deletion).size() == removals);
    }

    private List<JsonValue> held(Deletion deletion) {
        return List.copyOf(operator.get("api/admin/held-removals?deletion=" + deletion.id())
                .expect(200)
                .items());
    }

    private static long attemptsOf(Deletion deletion) {
        return lethe.database()
                .number("select count(*) from removal_attempt where counted and deletion_id = ?", deletion.id());
    }

    private static Instant inDays(int days) {
        return Instant.now().plus(Duration.ofDays(days));
    }
}
