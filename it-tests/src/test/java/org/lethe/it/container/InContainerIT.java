package org.lethe.it.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.annotation.Resource;
import jakarta.jms.ConnectionFactory;
import jakarta.transaction.UserTransaction;
import java.io.File;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import net.bytebuddy.ByteBuddy;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.hamcrest.Matcher;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The built WAR in Payara Micro, and these tests in it. */
@ExtendWith(ArquillianExtension.class)
class InContainerIT {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration TOLERANCE = Duration.ofMillis(900);

    @Resource(lookup = "java:comp/UserTransaction")
    UserTransaction transaction;

    @Resource(lookup = "jdbc/lethe")
    DataSource database;

    @Resource(lookup = "jdbc/lethe_plain")
    DataSource plainDatabase;

    @Resource(lookup = "jms/lethe")
    ConnectionFactory broker;

    private Work work;
    private Work seen;

    @Deployment
    static WebArchive theBuiltWarWithTheseTests() {
        File war = StartParts.Distribution.part("lethe.war").toFile();
        return ShrinkWrap.createFromZipFile(WebArchive.class, war)
                .addClass(Work.class)
                .addAsLibraries(Stream.of(Assertions.class, ByteBuddy.class, Awaitility.class, Matcher.class)
                        .map(InContainerIT::fileOf)
                        .toArray(File[]::new));
    }

    private static File fileOf(Class<?> type) {
        return new File(type.getProtectionDomain().getCodeSource().getLocation().getPath());
    }

    @BeforeEach
    void takeTheProductsPools() {
        work = new Work(database, broker);
        seen = new Work(plainDatabase, broker);
    }

    @AfterEach
    void mainIsThereAgain() {
        Work.bringMainBack();
    }

    @Test
    void rowAndMessageShouldCommitTogether() throws Exception {
        transaction.begin();
        UUID deletion = work.requestDeletion();
        work.sendPlan(deletion);
        List<String> before = stateOf(deletion);
        transaction.commit();

        assertThat(before).isEmpty();
        await().atMost(LIMIT).untilAsserted(() -> assertThat(stateOf(deletion)).containsExactly("COMPLETED"));
    }

    @Test
    void rowAndMessageShouldRollBackTogether() throws Exception {
        transaction.begin();
        UUID undone = work.requestDeletion();
        work.sendPlan(undone);
        transaction.rollback();
        rowAndMessageShouldCommitTogether(); // a message that had been sent before this one's would have come by now

        assertThat(stateOf(undone)).isEmpty();
        assertThat(seen.texts("select error from removal_attempt where deletion_id = ?", undone))
                .isEmpty();
    }

    @Test
    void redeliveryShouldKeepToItsSchedule() throws Exception {
        UUID deletion = deletionOnAStorageThatIsAway();

        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(failuresOf(deletion)).hasSize(1));

        List<Duration> waits = waitsBetweenAttempts(deletion);
        assertThat(waits).hasSize(StartParts.MAX_ATTEMPTS - 1);
        double expected = StartParts.REDELIVERY_DELAY_MILLIS;
        for (Duration wait : waits) {
            assertThat((double) wait.toMillis()).isBetween(expected - 50, expected + TOLERANCE.toMillis());
            expected *= StartParts.REDELIVERY_MULTIPLIER;
        }
    }

    @Test
    void deadLetterShouldBeRecordedWithItsCause() throws Exception {
        UUID deletion = deletionOnAStorageThatIsAway();

        await().atMost(LIMIT).untilAsserted(() -> assertThat(failuresOf(deletion))
                .containsExactly("REMOVAL OPEN lethe.removal.main: storage unavailable; dead letter"));
    }

    @Test
    void expiryShouldBeRecordedWithItsCause() throws Exception {
        transaction.begin();
        UUID deletion = work.requestDeletion();
        long removal = work.waitingRemoval(deletion, work.hiddenPhoto(deletion));
        work.execute(
                "update deletion set state = 'REMOVING', next_page = 1, photos = 1, files = 1 where id = ?", deletion);
        work.sendExpiring(deletion, removal);
        transaction.commit();

        await().atMost(LIMIT).untilAsserted(() -> assertThat(failuresOf(deletion))
                .containsExactly("REMOVAL OPEN lethe.removal.main: message expired; expired"));
    }

    private UUID deletionOnAStorageThatIsAway() throws Exception {
        transaction.begin();
        UUID deletion = work.requestDeletion();
        work.hiddenPhoto(deletion);
        Work.takeMainAway();
        work.sendPlan(deletion);
        transaction.commit();
        return deletion;
    }

    private List<String> stateOf(UUID deletion) {
        return seen.texts("select state from deletion where id = ?", deletion);
    }

    private List<String> failuresOf(UUID deletion) {
        return seen.texts(
                "select f.kind || ' ' || f.state || ' ' || f.queue || ': ' || f.cause || '; ' || e.what from failure f"
                        + " join failure_event e on e.failure_id = f.id where f.deletion_id = ?",
                deletion);
    }

    /** From the end of each attempt to the beginning of the next one. */
    private List<Duration> waitsBetweenAttempts(UUID deletion) {
        return seen
                .texts(
                        "select round(1000 * extract(epoch from lead(started_at) over (order by id) - started_at))"
                                + " - took_ms from removal_attempt where deletion_id = ? and counted order by id",
                        deletion)
                .stream()
                .filter(millis -> millis != null)
                .map(millis -> Duration.ofMillis((long) Double.parseDouble(millis)))
                .toList();
    }
}
