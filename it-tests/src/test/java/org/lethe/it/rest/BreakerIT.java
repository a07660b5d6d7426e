package org.lethe.it.rest;

import static org.lethe.it.LetheAssertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lethe.it.Breaker;
import org.lethe.it.Broker;
import org.lethe.it.Deletion;
import org.lethe.it.Lethe;
import org.lethe.it.LetheClient;
import org.lethe.it.SeedAlbum;
import org.lethe.it.StorageDirectory.Outage;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("The breaker of a storage")
class BreakerIT {
    @RegisterExtension
    static final Lethe lethe = Lethe.shared();

    private static final int PHOTOS = 10_000;
    private static final int CHUNK_SIZE = 50;

    /** Without a breaker every attempt of every message is used up within a second here. */
    private static final Duration OUTAGE =
            "all".equals(System.getProperty("lethe.crash")) ? Duration.ofMinutes(2) : Duration.ofSeconds(20);

    /** One less than the broker's attempts, so that one message alone cannot use up all of its own. */
    private static final int ERRORS = Lethe.MAX_ATTEMPTS - 1;

    /** Removals that are under way at once, of the node: lethe.removal.backup.sessions. */
    private static final int SESSIONS = 8;

    private LetheClient owner;
    private Breaker main;
    private Breaker backup;
    private Redelivery plan;

    @BeforeAll
    void begin() {
        owner = lethe.newOwner();
        main = new Breaker(lethe.admin(), "main");
        backup = new Breaker(lethe.admin(), "backup");
        main.quick();
        backup.quick();
        plan = new Redelivery(lethe, lethe.admin(), Broker.PLAN);
        plan.change("chunkSize", CHUNK_SIZE);
    }

    @AfterAll
    void end() {
        plan.change("chunkSize", 0);
        main.never();
        backup.never();
    }

    @Test
    void shouldKeepEveryAttemptThroughAnOutageAndAKillAndGoOnByItself(TestReporter reporter) {
        UUID album = owner.createAlbum("Of a storage that is away");
        SeedAlbum.add(lethe, album, PHOTOS);
        Instant begin = Instant.now();
        Deletion deletion;
        long used;
        long putBack;
        long log = sizeOfLog();
        try (Outage outage = lethe.backup().unmarked()) {
            assertThat(outage).isNotNull();
            deletion = owner.deleteAlbum(album);
            awaitState(backup, "OPEN");
            owner.await(deletion.id(), now -> now.goneOnMain() == PHOTOS);

            assertThat(main.state()).isEqualTo("CLOSED");
            assertThat(metric("backup")).isEqualTo(1);
            assertThat(metric("main")).isZero();
            assertThat(redelivery("MATCHES").getBoolean("held")).isTrue();
            Awaitility.await("what was taken to go back").until(() -> inFlight() == 0);
            putBack = saidSince(log, "LETHE-0250");
            assertThat(putBack).isLessThanOrEqualTo(SESSIONS);
            used = attempts(deletion);
            assertThat(used).isBetween(1L, (long) ERRORS + SESSIONS);
            assertThat(attemptsSince(deletion, backup.now().getString("since"))).isZero();
            assertThat(mostAttemptsOfOne(deletion)).isLessThan(Lethe.MAX_ATTEMPTS);

            killServerAndBroker();
            Awaitility.await("a breaker that is still open")
                    .atMost(Duration.ofMinutes(2))
                    .ignoreExceptions() // a server that is just starting refuses connections
                    .until(backup::state, "OPEN"::equals);
            int probes = backup.now().getInt("failedProbes");
            Awaitility.await("the outage is over, and probes have gone on")
                    .atMost(OUTAGE.plusSeconds(60))
                    .until(() -> backup.now().getInt("failedProbes") > probes
                            && Duration.between(begin, Instant.now()).compareTo(OUTAGE) > 0);
            assertThat(attempts(deletion)).isEqualTo(used);
        }
        Instant mended = Instant.now();

        Deletion over = owner.awaitOver(deletion.id());

        reporter.publishEntry("attempts used up by an outage of " + OUTAGE + " of " + PHOTOS / CHUNK_SIZE
                + " messages: " + used + "; put back untried: " + putBack + "; all gone after "
                + Duration.between(mended, Instant.now()));
        assertThat(over).isCompletedFor(PHOTOS);
        awaitState(backup, "CLOSED");
        assertThat(backup.history()).startsWith("CLOSED", "HALF_OPEN", "OPEN");
        assertThat(lethe.admin().failuresOf(over.id())).isEmpty();
        assertThat(generations(over)).containsOnly("1");
        assertThat(redelivery("MATCHES").getBoolean("held")).isFalse();
        lethe.invariants()
                .acceptedDeletions(List.of(over.id()))
                .crashes(1)
                .awaitQuiet()
                .assertHolds();
    }

    @Test
    void shouldStayOpenByHandAndLeaveAQueueThatSomebodyHasPausedPaused() {
        LetheClient operator = lethe.newAccount("operator");
        Breaker theirs = new Breaker(operator, "backup");
        JsonObject opened = theirs.act("open").expect(200).json().getJsonObject("breaker");
        assertThat(opened.getBoolean("closesByItself")).isFalse();
        assertThat(opened.getString("by")).isEqualTo(operator.login());
        Deletion deletion = owner.deleteAlbum(owner.createAlbum("Left alone", 1));
        owner.await(deletion.id(), now -> now.goneOnMain() == 3);
        Awaitility.await("probes").until(() -> backup.now().getInt("goodProbes") > 3);
        assertThat(backup.state()).isEqualTo("OPEN");

        Redelivery redelivery = new Redelivery(lethe, lethe.admin(), Broker.BACKUP);
        redelivery.change("paused", true);
        theirs.act("close").expect(200);
        assertThat(theirs.state()).isEqualTo("CLOSED");
        assertThat(redelivery("MATCHES").getBoolean("held")).isFalse();
        assertThat(backup.storage().getJsonObject("queue").getBoolean("paused")).isTrue();
        assertThat(owner.deletion(deletion.id()).goneOnBackup()).isZero();

        redelivery.change("paused", false);
        assertThat(owner.awaitOver(deletion.id())).isCompletedFor(1);
        assertThat(attempts(deletion)).isZero();
        assertThat(actions()).startsWith("BREAKER_CLOSED", "BREAKER_OPENED");
    }

    @Test
    void shouldTellWhatProbesSay() {
        JsonObject well = backup.act("probe").expect(200).json();
        assertThat(well.getJsonObject("health").getString("state")).isEqualTo("UP");
        try (Outage outage = lethe.backup().unmarked()) {
            assertThat(outage).isNotNull();
            JsonObject storage = backup.act("probe").expect(200).json();

            assertThat(storage.getJsonObject("health").getString("state")).isEqualTo("DOWN");
            assertThat(storage.getJsonObject("health").getString("error")).contains("identity=");
            assertThat(storage.getJsonObject("breaker").getString("state")).isEqualTo("CLOSED");
            assertThat(storage.getJsonArray("probes").getJsonObject(0).getString("error"))
                    .contains("identity=");
        }
        assertThat(actions()).startsWith("BREAKER_PROBED", "BREAKER_PROBED");
    }

    @Test
    void shouldRefuseLimitsThatCannotBeAndThoseOfWhoHasNotSeenThePresentOnes() {
        assertThat(backup.put(Breaker.limits(-1, 10, 20, 10, 0), backup.tag()))
                .isProblem(422, "unprocessable")
                .satisfies(answer -> assertThat(answer.text())
                        .contains(
                                "limits.errors",
                                "limits.windowMillis",
                                "limits.probeIntervalMillis",
                                "limits.longestProbeIntervalMillis",
                                "limits.successes"));
        String seen = backup.tag();
        JsonObject wanted = Breaker.limits(4, 60_000, 200, 1000, 2);
        assertThat(backup.put(wanted, seen)
                        .expect(200)
                        .json()
                        .getJsonObject("breaker")
                        .getJsonObject("limits"))
                .isEqualTo(wanted);

        assertThat(backup.put(Breaker.limits(5, 60_000, 200, 1000, 2), seen)).isProblem(412, "precondition-failed");
        assertThat(actions()).startsWith("BREAKER_LIMITS_CHANGED");
        backup.quick();
    }

    private static void killServerAndBroker() {
        lethe.installation().server().kill();
        lethe.installation().broker().kill();
        lethe.installation().broker().start();
        lethe.installation().server().startAndForget(); // without the storage it is not ready
    }

    private static void awaitState(Breaker breaker, String state) {
        Awaitility.await("a breaker that is " + state)
                .atMost(LetheClient.DEADLINE)
                .until(breaker::state, state::equals);
    }

    private int inFlight() {
        return backup.storage().getJsonObject("queue").getJsonObject("messages").getInt("inFlight");
    }

    private static long sizeOfLog() {
        return read().length;
    }

    private static long saidSince(long bytes, String text) {
        byte[] log = read();
        return new String(log, (int) bytes, (int) (log.length - bytes), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.contains(text))
                .count();
    }

    private static byte[] read() {
        try {
            return Files.readAllBytes(lethe.installation().server().log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonObject redelivery(String state) {
        return Awaitility.await("a broker that " + state)
                .until(
                        () -> new Redelivery(lethe, lethe.admin(), Broker.BACKUP).now(),
                        now -> now.getJsonObject("broker").getString("state").equals(state));
    }

    private static double metric(String storage) {
        String name = "lethe_breaker_open{";
        return lethe.anonymous()
                .get("metrics")
                .expect(200)
                .text()
                .lines()
                .filter(line -> line.startsWith(name) && line.contains("storage=\"" + storage + '"'))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElseThrow();
    }

    private static long attempts(Deletion deletion) {
        return lethe.database().number("select count(*) from removal_attempt where deletion_id = ?", deletion.id());
    }

    private static long attemptsSince(Deletion deletion, String since) {
        return lethe.database()
                .number(
                        "select count(*) from removal_attempt where deletion_id = ? and started_at > cast(? as timestamptz)",
                        deletion.id(),
                        since);
    }

    private static long mostAttemptsOfOne(Deletion deletion) {
        return lethe.database()
                .number(
                        "select max(n) from (select count(*) as n from removal_attempt where deletion_id = ?"
                                + " group by removal_id) of",
                        deletion.id());
    }

    private static List<String> generations(Deletion deletion) {
        return lethe.database().texts("select generation from file_removal where deletion_id = ?", deletion.id());
    }

    /** What people did with breakers, the newest first. */
    private static List<String> actions() {
        return lethe.database()
                .texts("select action from audit_entry where action like 'BREAKER%' order by at desc, id desc limit 5");
    }
}
