package org.lethe.it.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lethe.it.crash.Crashing.POINTS;
import static org.lethe.it.crash.Crashing.SOON;
import static org.lethe.it.crash.Points.ofTwoPhases;

import jakarta.jms.JMSContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lethe.it.Broker;
import org.lethe.it.ErrorPolicies;
import org.lethe.it.Lethe;
import org.lethe.it.LetheClient;
import org.lethe.it.SeedAlbum;
import org.lethe.it.crash.Outcome.Kind;

/**
 * The server dies while transactions stand before and after each prepare and each commit: of a request, of planning, of
 * a removal, of a removal that sends a file on alone, of the dead-letter and of the expiry listener. One death hits all
 * points but those of the last two, of which there is one session each; they have their turn in the rounds.
 */
class TransactionPointsIT {
    @RegisterExtension
    static final Lethe LETHE = Crashing.lethe();

    private static final List<String> REQUEST = ofTwoPhases("request", 2);
    private static final List<String> PLAN = ofTwoPhases("plan", 3);
    private static final List<String> REMOVE = ofTwoPhases("remove", 2);
    private static final List<String> SEND_ALONE = ofTwoPhases("remove", 3).stream()
            .filter(point -> point.contains("-3."))
            .toList();
    private static final List<String> DEAD = ofTwoPhases("dead", 2);
    private static final List<String> EXPIRED = ofTwoPhases("expired", 2);

    private final LetheClient owner = LETHE.newOwner();

    /** The dead-letter listener at its prepares and the expiry listener at its commits; the other way round with all. */
    static Stream<Arguments> rounds() {
        Aftermath[] aftermaths = Aftermath.values();
        int rounds = "all".equals(System.getProperty("lethe.crash")) ? DEAD.size() : DEAD.size() / 2;
        return IntStream.range(0, rounds)
                .mapToObj(round -> Arguments.of(
                        aftermaths[round % aftermaths.length],
                        DEAD.get(round),
                        EXPIRED.get((round + EXPIRED.size() / 2) % EXPIRED.size())));
    }

    /** What can never be removed goes the long way here, to the dead letters. */
    @BeforeAll
    static void whatIsNoFileShouldBeTriedAgain() {
        new ErrorPolicies(LETHE.admin()).retryingWhatIsNoFile();
    }

    @AfterEach
    void release() {
        POINTS.release();
    }

    @ParameterizedTest(name = "{0}, {1}, {2}")
    @MethodSource("rounds")
    void everyTransactionShouldBeWholeWhereverTheServerDies(
            Aftermath aftermath, String dead, String expired, TestReporter reporter) {
        ServerLog log = ServerLog.fromNow(LETHE);
        try (Requests requests = new Requests(owner, 64)) {
            stopDeadLetters(requests, dead, expired);
            Map<String, String> held = stopWork(requests);
            stopSendingAlone(requests);
            long inDatabase = LETHE.database().number("select count(*) from pg_prepared_xacts");
            long inBroker = LETHE.broker().state().prepared().size();

            POINTS.disarm();
            aftermath.of(LETHE, POINTS::release);

            Map<Kind, List<Outcome>> outcomes = requests.outcomes();
            reporter.publishEntry(Map.of(
                    "prepared in the database", Long.toString(inDatabase),
                    "prepared in the broker", Long.toString(inBroker),
                    "accepted", Integer.toString(outcomes.get(Kind.ACCEPTED).size()),
                    "without answer",
                            Integer.toString(outcomes.get(Kind.UNKNOWN).size())));
            assertThat(outcomes.get(Kind.REFUSED)).isEmpty();
            assertDecided(held);
            LETHE.invariants()
                    .acceptedDeletions(deletionsOf(outcomes.get(Kind.ACCEPTED)))
                    .crashes(1)
                    .awaitQuiet()
                    .assertHolds();
            assertNothingWasMendedBehind(log);
        }
    }

    private void stopDeadLetters(Requests requests, String dead, String expired) {
        POINTS.arm(dead, expired);
        requests.delete(albums(1, true));
        sendExpiringMessage();
        POINTS.awaitHeld(List.of(dead, expired), SOON);
    }

    /** As many albums as points, and for each step as many more as are stopped in the steps before. */
    private Map<String, String> stopWork(Requests requests) {
        List<String> all = Stream.of(REQUEST, PLAN, REMOVE, List.of("storage.file-1.after"))
                .flatMap(List::stream)
                .toList();
        POINTS.arm(all);
        requests.delete(albums(all.size(), false));
        return POINTS.awaitHeld(all, SOON);
    }

    private void stopSendingAlone(Requests requests) {
        POINTS.arm(SEND_ALONE);
        requests.delete(albums(SEND_ALONE.size(), true));
        POINTS.awaitHeld(SEND_ALONE, SOON);
    }

    /** The database is the first branch: with its commit begun, the decision stands. */
    private void assertDecided(Map<String, String> held) {
        for (String point : REQUEST) {
            UUID album = Points.idIn(held.get(point));
            long deleted = LETHE.database()
                    .number("select count(*) from album where id = ? and deletion_id is not null", album);

            assertThat(deleted).as("deleted although it died at " + point).isEqualTo(point.contains("commit") ? 1 : 0);
        }
    }

    private static void assertNothingWasMendedBehind(ServerLog log) {
        assertThat(log.lines("LETHE-0301"))
                .as("plannings that had lost their message")
                .isEmpty();
        assertThat(log.lines("LETHE-0302"))
                .as("removals that had lost their message")
                .isEmpty();
        assertThat(log.lines("LETHE-0203"))
                .as("messages that had lost their row")
                .hasSizeLessThanOrEqualTo(1);
    }

    private List<UUID> albums(int count, boolean withFileInTheWay) {
        List<UUID> albums = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            UUID album = owner.createAlbum("album " + i);
            List<UUID> keys = SeedAlbum.add(LETHE, album, 3);
            if (withFileInTheWay) {
                LETHE.main().block(keys.get(1));
            }
            albums.add(album);
        }
        return albums;
    }

    /** Of a deletion that never was: it ends as a failure that settles itself. */
    private void sendExpiringMessage() {
        try (JMSContext session = LETHE.broker().connections().createContext()) {
            session.createProducer()
                    .setTimeToLive(1)
                    .setDeliveryDelay(500)
                    .send(
                            session.createQueue(Broker.PLAN),
                            "{\"version\":1,\"type\":\"PlanRemoval\",\"deletionId\":\"" + UUID.randomUUID()
                                    + "\",\"page\":0}");
        }
    }

    private static List<UUID> deletionsOf(List<Outcome> accepted) {
        return accepted.stream()
                .map(outcome -> outcome.deletion().orElseThrow())
                .toList();
    }
}
