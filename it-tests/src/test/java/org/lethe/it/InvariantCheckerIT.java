package org.lethe.it;

import static org.lethe.it.LetheAssertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.apache.activemq.artemis.api.core.client.ActiveMQClient;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.api.core.client.ClientSessionFactory;
import org.apache.activemq.artemis.api.core.client.ServerLocator;
import org.apache.activemq.artemis.core.transaction.impl.XidImpl;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Plants a violation of each invariant once. Rows are planted in a transaction that is never committed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("The checker of the invariants finds a planted violation of each")
class InvariantCheckerIT {
    @RegisterExtension
    static final Lethe lethe = Lethe.shared();

    private LetheClient owner;
    private UUID liveAlbum;
    private Photo live;
    private UUID deletedAlbum;
    private Photo deleted;
    private UUID deletion;

    @BeforeAll
    void aLiveAlbumAndADeletedOne() {
        owner = lethe.newOwner();
        liveAlbum = owner.createAlbum("stays", 2);
        live = owner.photos(liveAlbum).get(0);
        deletedAlbum = owner.createAlbum("goes", 2);
        deleted = owner.photos(deletedAlbum).get(0);
        deletion = owner.deleteAlbum(deletedAlbum).id();
        lethe.invariants().acceptedDeletions(List.of(deletion)).awaitQuiet().assertHolds();
    }

    @AfterEach
    void everythingIsUndone() {
        lethe.invariants().acceptedDeletions(List.of(deletion)).awaitQuiet().assertHolds();
    }

    @Test
    void anAcceptedDeletionWithoutARowShouldBeFound() {
        List<Violation> found = lethe.invariants()
                .acceptedDeletions(List.of(deletion, new UUID(0, 1)))
                .check();

        assertFound(found, Invariant.I1, "accepted deletion 00000000-0000-0000-0000-000000000001 has no row");
    }

    @Test
    void anAcceptedDeletionThatDoesNotEndShouldBeFound() {
        List<Violation> found = planted(
                checker -> checker.acceptedDeletions(List.of(deletion)),
                "update deletion set state = 'REMOVING' where id = '" + deletion + "'");

        assertFound(found, Invariant.I1, "accepted deletion " + deletion + " is still REMOVING");
        assertFound(found, Invariant.I2, "deletion " + deletion + " is REMOVING");
    }

    @Test
    void anAlbumThatIsLiveAlthoughItsDeletionWasAcceptedShouldBeFound() {
        List<Violation> found =
                planted("update album set deletion_id = null, deleted_at = null where id = '" + deletedAlbum + "'");

        assertFound(found, Invariant.I1, "album " + deletedAlbum + " is live although its deletion was accepted");
    }

    @Test
    void anAlbumThatIsHiddenAlthoughItsDeletionWasRefusedShouldBeFound() {
        List<Violation> found =
                lethe.invariants().liveAlbums(List.of(liveAlbum, deletedAlbum)).check();

        assertFound(found, Invariant.I1, "album " + deletedAlbum + " is not live although its deletion was refused");
    }

    @Test
    void aPhotoThatWasAddedToARemovedAlbumShouldBeFound() {
        List<Violation> found =
                planted("update photo set album_id = '" + deletedAlbum + "' where id = '" + live.id() + "'");

        assertFound(found, Invariant.I1, "photo " + live.id() + " is STORED in an album that was removed");
    }

    @Test
    void aRemovalThatWaitsWithoutAMessageShouldBeFound() {
        List<Violation> found = planted("update file_removal set state = 'WAITING' where " + ofDeletedOnMain());

        assertThat(found).extracting(Violation::invariant).contains(Invariant.I1, Invariant.I2, Invariant.I8);
        assertFound(found, Invariant.I8, "1 rows wait for a message on lethe.removal.main, which is empty");
    }

    @Test
    void anUploadThatNeverEndsShouldBeFound() {
        List<Violation> found = planted("insert into photo (id, album_id, owner_id, state, content_type, created_at)"
                + " select gen_random_uuid(), id, owner_id, 'UPLOADING', 'image/jpeg', now() - interval '2 hours'"
                + " from album where id = '" + liveAlbum + "'");

        assertThat(found).extracting(Violation::invariant).containsExactly(Invariant.I2);
    }

    @Test
    void aPurgedPhotoThatIsStillThereShouldBeFound() throws Exception {
        Path file = lethe.backup().path(lethe.fileKey(deleted.id()));
        Files.writeString(file, "still there");
        try {
            List<Violation> found = lethe.invariants().check();

            assertFound(found, Invariant.I3, file + " is there although it is GONE");
            assertFound(found, Invariant.I3, "photo " + deleted.id() + " is PURGED and stands on backup");
        } finally {
            Files.delete(file);
        }
    }

    @Test
    void aStoredPhotoThatIsMissingOrDamagedShouldBeFound() throws Exception {
        Path file = lethe.main().path(lethe.fileKey(live.id()));
        byte[] content = Files.readAllBytes(file);
        try {
            Files.delete(file);
            List<Violation> missing = lethe.invariants().check();
            Files.writeString(file, "damaged");
            List<Violation> damaged = lethe.invariants().check();

            assertFound(missing, Invariant.I4, "photo " + live.id() + " is STORED and its ORIGINAL is not on main");
            assertThat(damaged).extracting(Violation::invariant).containsExactly(Invariant.I4);
        } finally {
            Files.write(file, content);
        }
    }

    @Test
    void aFileWithoutARowShouldBeFound() throws Exception {
        Path known = lethe.main().path(lethe.fileKey(live.id()));
        Path file = known.resolveSibling(UUID.randomUUID().toString());
        Files.writeString(file, "nobody's");
        try {
            assertFound(lethe.invariants().check(), Invariant.I5, file + " has no row");
        } finally {
            Files.delete(file);
        }
    }

    @Test
    void aTransactionThatStaysPreparedInTheDatabaseShouldBeFound() throws Exception {
        try (Connection connection = lethe.database().connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("update album set name = 'in doubt' where id = '" + liveAlbum + "'");
            statement.execute("prepare transaction 'planted'");
            connection.setAutoCommit(true);
            try {
                assertFound(lethe.invariants().check(), Invariant.I6, "PostgreSQL: planted");
            } finally {
                statement.execute("rollback prepared 'planted'");
            }
        }
    }

    @Test
    void aTransactionThatStaysPreparedAtTheBrokerShouldBeFound() throws Exception {
        XidImpl id = new XidImpl("planted".getBytes(StandardCharsets.US_ASCII), 1, new byte[] {1});
        try (ServerLocator locator =
                        ActiveMQClient.createServerLocator(lethe.installation().brokerUrl());
                ClientSessionFactory factory = locator.createSessionFactory();
                ClientSession session = factory.createSession(
                        lethe.installation().brokerUser(),
                        lethe.installation().brokerPassword(),
                        true,
                        false,
                        false,
                        false,
                        1)) {
            session.start(id, ClientSession.TMNOFLAGS);
            session.createProducer(Broker.PLAN).send(session.createMessage(true));
            session.end(id, ClientSession.TMSUCCESS);
            session.prepare(id);
            try {
                assertThat(lethe.invariants().check())
                        .extracting(Violation::invariant)
                        .containsExactly(Invariant.I6);
            } finally {
                session.rollback(id);
            }
        }
    }

    @Test
    void aFailedRemovalWithoutAnOpenFailureShouldBeFound() {
        long removal = lethe.database().number("select id from file_removal where " + ofDeletedOnMain());
        List<Violation> found = planted("update file_removal set state = 'FAILED' where id = " + removal);

        assertFound(found, Invariant.I7, "removal " + removal + " is FAILED with 0 open failures");
    }

    @Test
    void anOpenFailureOfARemovalThatIsGoneShouldBeFound() {
        List<Violation> found = planted("insert into failure (id, kind, state, removal_id, queue, cause, error)"
                + " select gen_random_uuid(), 'REMOVAL', 'OPEN', id, 'lethe.removal.main', 'planted', 'planted'"
                + " from file_removal where " + ofDeletedOnMain());

        assertThat(found).extracting(Violation::invariant).containsExactly(Invariant.I7);
    }

    @Test
    void aDeadLetterThatLiesAboutShouldBeFound() {
        List<Violation> found = withMessageOn(Broker.DEAD);

        assertFound(found, Invariant.I7, "1 messages on lethe.dead");
    }

    @Test
    void aMessageForWhichNoRowWaitsShouldBeFound() {
        List<Violation> found = withMessageOn(Broker.BACKUP);

        assertFound(found, Invariant.I8, "1 messages on lethe.removal.backup for which no row waits");
    }

    @Test
    void aFileThatIsRemovedTwiceShouldBeFound() {
        List<Violation> found = planted("insert into file_removal (deletion_id, storage, file_keys, state)"
                + " select deletion_id, storage, file_keys, state from file_removal where " + ofDeletedOnMain());

        assertThat(found).extracting(Violation::invariant).containsOnly(Invariant.I8);
        assertFound(found, Invariant.I8, "file " + lethe.fileKey(deleted.id()) + " has 2 removals on main");
    }

    @Test
    void aRequestedFileThatNobodyCountsShouldBeFound() {
        List<Violation> found = planted("update deletion set files = files + 1 where id = '" + deletion + "'");

        assertFound(found, Invariant.I8, "deletion " + deletion + " requested 14 and has 12");
    }

    @Test
    void aRedriveThatCountsWhatItDoesNotHaveShouldBeFound() {
        List<Violation> found = planted("insert into redrive (id, state, filter, rate_per_second, ramp,"
                + " stop_at_failure_ratio, reason, created_by, created_at, next_at, waiting)"
                + " values ('00000000-0000-0000-0000-000000000002', 'PAUSED', '{}', 1, '{}', 0, 'planted', 'planted',"
                + " now(), now(), 1)");

        assertFound(
                found,
                Invariant.I1,
                "redrive 00000000-0000-0000-0000-000000000002 counts {1,0,0,0,0,0,0,0} and has {0,0,0,0,0,0,0,0}");
    }

    @Test
    void aFileThatWasTriedTooOftenShouldBeFound() {
        String fourAttempts =
                "insert into removal_attempt (deletion_id, storage, removal_id, generation, counted, node,"
                        + " started_at, took_ms, cause, error) select deletion_id, storage, id, generation, true,"
                        + " 'planted', now(), 1, 'planted', 'planted' from file_removal cross join generate_series(1, 4)"
                        + " where " + ofDeletedOnMain();

        assertThat(planted(fourAttempts)).extracting(Violation::invariant).containsExactly(Invariant.I9);
        assertThat(planted(checker -> checker.crashes(1), fourAttempts)).isEmpty();
        assertThat(planted(attemptsSetTo(4, "now()") + fourAttempts)).isEmpty();
        assertThat(planted(attemptsSetTo(4, "now() + interval '1 second'") + fourAttempts))
                .extracting(Violation::invariant)
                .containsExactly(Invariant.I9);
        assertThat(planted(attemptsSetTo(2, "now() - interval '1 second'") + fourAttempts.replace("(1, 4)", "(1, 3)")))
                .extracting(Violation::invariant)
                .containsExactly(Invariant.I9);
    }

    /** The begin of a statement that also makes a further version of the settings of main's queue. */
    private static String attemptsSetTo(int attempts, String at) {
        return "with further as (insert into redelivery_version (queue, version, policy, address, paused, reason, author,"
                + " at) select queue, version + 1, '{\"maxAttempts\": " + attempts + "}', address, paused, 'planted',"
                + " 'planted', " + at + " from redelivery_version where queue = '" + Broker.MAIN
                + "' order by version desc limit 1) ";
    }

    @Test
    void anotherOwnersChangedRowOrFileShouldBeFound() throws Exception {
        OwnerSnapshot before = OwnerSnapshot.of(lethe, owner);
        List<Violation> row = planted(
                checker -> checker.unchanged(before),
                "update photo set filename = 'another' where id = '" + live.id() + "'");
        Path file = lethe.main().path(lethe.fileKey(live.id()));
        byte[] content = Files.readAllBytes(file);
        Files.writeString(file, "another");
        List<Violation> bytes = lethe.invariants().unchanged(before).check();
        Files.write(file, content);

        assertThat(row).extracting(Violation::invariant).containsOnly(Invariant.I10);
        assertThat(bytes).extracting(Violation::invariant).contains(Invariant.I10);
        lethe.invariants().unchanged(before).assertHolds();
    }

    private String ofDeletedOnMain() {
        return "storage = 'main' and deletion_id = '" + deletion + "'";
    }

    private static void assertFound(List<Violation> found, Invariant invariant, String what) {
        assertThat(found).contains(invariant.violatedBy(what));
    }

    private static List<Violation> planted(String sql) {
        return planted(checker -> checker, sql);
    }

    /** What is found while the statement's effect can be seen by the checker and by nobody else. */
    private static List<Violation> planted(UnaryOperator<InvariantChecker> told, String sql) {
        try (Connection connection = lethe.database().connect()) {
            connection.setAutoCommit(false);
            Database uncommitted = Database.over(connection);
            assertThat(uncommitted.execute(sql)).isPositive();
            List<Violation> found = told.apply(InvariantChecker.over(uncommitted, lethe.installation())
                            .maxAttempts(Lethe.MAX_ATTEMPTS))
                    .check();
            connection.rollback();
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is found while a message stands on a paused queue. */
    private static List<Violation> withMessageOn(String queue) {
        lethe.broker().pause(queue);
        lethe.broker().send(queue, "planted");
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> lethe.broker().depth(queue).messages() == 1);
        List<Violation> found = lethe.invariants().check();
        lethe.broker().lose(queue);
        lethe.broker().resume(queue);
        return found;
    }
}
