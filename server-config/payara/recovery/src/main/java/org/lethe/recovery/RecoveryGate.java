package org.lethe.recovery;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Holds the start of the applications deployed after it until recovery has run with both resources present.
 *
 * <p>Promises that recovery is not triggered before the database and the broker have each answered a recovery
 * scan, however long that takes. Does not promise that every branch is settled when the start goes on: what another
 * node prepared is that node's affair, and what is still in doubt after {@link #PATIENCE} is logged.
 */
@Startup
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class RecoveryGate {
    private static final System.Logger LOG = System.getLogger(RecoveryGate.class.getName());

    /** How long the start waits, after recovery was triggered, for this node's branches to be gone. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final Duration PAUSE = Duration.ofMillis(200);

    /** How often a wait that goes on is mentioned in the log. */
    private static final Duration MENTION = Duration.ofSeconds(10);

    @Resource(lookup = "jdbc/lethe_plain")
    private DataSource database;

    private InDoubt inDoubt;

    @PostConstruct
    void open() {
        Config settings = ConfigProvider.getConfig();
        String node = settings.getValue("lethe.node.name", String.class);
        inDoubt = new InDoubt(
                new BranchesInDatabase(database, node), new BranchesAtBroker(BrokerAccess.from(settings), node));
        PreparedBranches before = countOnceBothAnswer();
        LOG.log(INFO, "Recovery starts: {0} of this node in doubt", before);
        Instant started = Instant.now();
        PayaraRecovery.trigger();
        PreparedBranches after = waitUntilSettled();
        LOG.log(
                after.isEmpty() ? INFO : WARNING,
                "Recovery took {0} ms: {1} of this node in doubt",
                Duration.between(started, Instant.now()).toMillis(),
                after);
    }

    private PreparedBranches countOnceBothAnswer() {
        Instant mentioned = Instant.EPOCH;
        while (true) {
            try {
                return inDoubt.count();
            } catch (ResourceAbsentException e) {
                if (mentioned.isBefore(Instant.now().minus(MENTION))) {
                    LOG.log(WARNING, "The start waits: {0}", e.getMessage());
                    mentioned = Instant.now();
                }
                pause();
            }
        }
    }

    private PreparedBranches waitUntilSettled() {
        Instant end = Instant.now().plus(PATIENCE);
        PreparedBranches now = countOnceBothAnswer();
        while (!now.isEmpty() && Instant.now().isBefore(end)) {
            pause();
            now = countOnceBothAnswer();
        }
        return now;
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(
                    "The server stops while its start waits for the database and the broker", e);
        }
    }
}
