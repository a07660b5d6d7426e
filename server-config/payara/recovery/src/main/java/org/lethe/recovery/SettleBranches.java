package org.lethe.recovery;

import static java.lang.System.Logger.Level.DEBUG;
import static java.lang.System.Logger.Level.WARNING;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Settles the branches that transactions of this process have left prepared, over connections of its own.
 *
 * <p>Incomplete ones are told what was decided. Payara could do that itself, on request ({@code
 * RecoveryManager.recoverIncompleteTx}), but must not be asked: it holds the table of incomplete transactions while it
 * talks to the resources, and takes the lock of a coordinator under it, where {@code TopCoordinator.afterCompletion} takes
 * the two in the opposite order: then no transaction ends any more.
 *
 * <p>Forgotten ones are rolled back. Payara takes the rollback of a branch for done when the resource answered it with
 * XAER_RMFAIL, XAER_RMERR or XAER_NOTA ({@code com.sun.jts.jtsxa.OTSResourceImpl.rollback}, {@code
 * RegisteredResources.distributeRollback}), and sends none to a branch whose prepare ended in another error. What the
 * resource had prepared by then stays so, with its message or its row locks, until the server is started again and
 * presumes that it was aborted. This presumes the same while the server lives.
 *
 * <p>Promises never to roll back a branch whose transaction was decided to commit and has something left to do. A branch
 * is rolled back as forgotten when this process began its transaction, and the transaction was neither alive nor incomplete
 * before a later scan found the branch prepared still. {@link PayaraTransactions} says why these two tables are enough: who
 * was decided and not finished is incomplete before it ceases to be alive, and stays so.
 *
 * <p>Does not touch what was prepared before this start, or by another process of this name: of that the tables know
 * nothing. In doubt it does nothing; the application's liveness check then sees the branch, and a start settles it.
 *
 * <p>The exception: when a branch answers its commit as heuristically decided, or with XA_RBPROTO, Payara forgets the
 * others, whatever was decided ({@code RegisteredResources.distributeCommit} throws before it adds the transaction to the
 * incomplete ones). They are rolled back here, as they would be at the next start. PostgreSQL's driver answers neither
 * ({@code org.postgresql.xa.PGXAConnection.commitPrepared}, 42.7.14); Artemis the former, and only when a person has
 * settled the branch by hand ({@code ServerSessionImpl.xaCommit}, 2.53.0).
 */
@Startup
@Singleton
@DependsOn("RecoveryGate")
@TransactionManagement(TransactionManagementType.BEAN)
public class SettleBranches {
    private static final System.Logger LOG = System.getLogger(SettleBranches.class.getName());

    /** Several periods of the schedule. What is right does not hang on it, only on the order of the scans. */
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    @Resource(lookup = "jdbc/lethe_plain")
    private DataSource database;

    private final Map<RecoverableResource, ForgottenBranches> resources = new LinkedHashMap<>();
    private PayaraTransactions transactions;

    @PostConstruct
    void prepare() {
        Config settings = ConfigProvider.getConfig();
        String node = settings.getValue("lethe.node.name", String.class);
        transactions = PayaraTransactions.find();
        List.of(new BranchesInDatabase(database, node), new BranchesAtBroker(BrokerAccess.from(settings), node))
                .forEach(resource -> resources.put(resource, new ForgottenBranches(PATIENCE)));
    }

    @Schedule(hour = "*", minute = "*", second = "*/3", persistent = false)
    void look() {
        resources.forEach(this::look);
    }

    private void look(RecoverableResource resource, ForgottenBranches forgotten) {
        try {
            List<PreparedBranch> prepared = resource.prepared();
            OwnTransactions own = transactions.now(); // after the scan
            for (PreparedBranch branch : prepared) {
                switch (own.of(branch)) {
                    case COMMIT -> settle(resource, branch, "was decided to commit", resource::commit);
                    case ROLL_BACK -> settle(resource, branch, "was decided to roll back", resource::rollBack);
                    default -> {}
                }
            }
            forgotten
                    .among(prepared, branch -> own.of(branch) == Fate.FORGOTTEN, Instant.now())
                    .forEach((branch, age) -> settle(
                            resource,
                            branch,
                            "was not decided to commit; seen for " + age.toSeconds() + " s, rolled back",
                            resource::rollBack));
        } catch (ResourceAbsentException e) {
            LOG.log(DEBUG, "Not asked for prepared branches: {0}", e.getMessage());
        } catch (RuntimeException e) { // thrown on, Payara would end the schedule after a few
            LOG.log(WARNING, "The branches in " + resource + " could not be settled; it is tried again", e);
        }
    }

    private static void settle(RecoverableResource resource, PreparedBranch branch, String why, Settlement settlement) {
        try {
            settlement.of(branch);
            LOG.log(
                    WARNING,
                    "A branch in {0} was settled: its transaction, {1}, ended without it and {2}",
                    resource,
                    branch.globalId(),
                    why);
        } catch (NotSettledException e) {
            LOG.log(
                    WARNING,
                    "A branch stays prepared: its transaction, {0}, ended without it and {1}; {2}; it is tried again",
                    branch.globalId(),
                    why,
                    e.getMessage());
        }
    }

    private interface Settlement {
        void of(PreparedBranch branch) throws NotSettledException;
    }
}
