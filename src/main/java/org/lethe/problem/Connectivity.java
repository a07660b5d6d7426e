package org.lethe.problem;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Failures of the servers behind, told by class name: this package must import neither JMS nor persistence, and pooled
 * connections bring exceptions of other class loaders.
 */
final class Connectivity {

    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration LATER = Duration.ofSeconds(5);

    private static final Set<String> IN_DOUBT = Set.of(
            "jakarta.transaction.HeuristicMixedException",
            "jakarta.transaction.HeuristicRollbackException",
            "jakarta.transaction.SystemException");

    private static final Set<String> UNDONE = Set.of(
            "jakarta.transaction.RollbackException",
            "jakarta.transaction.TransactionRolledbackException",
            "jakarta.persistence.LockTimeoutException",
            "jakarta.persistence.PessimisticLockException",
            "jakarta.persistence.QueryTimeoutException");

    private static final List<String> BROKER = List.of("jakarta.jms.", "org.apache.activemq.artemis.");

    /** SQL states of a lost or refused connection, and of a server without resources (PostgreSQL, appendix A). */
    private static final List<String> DATABASE_GONE = List.of("08", "53", "57P");

    /** Serialization failure, deadlock, lock not available, query cancelled: worth doing again at once. */
    private static final List<String> DATABASE_BUSY = List.of("40001", "40P01", "55P03", "57014");

    private Connectivity() {}

    static Optional<Problem> outcomeUnknown(Throwable exception) {
        return Optional.of(Problem.outcomeUnknown()).filter(problem -> IN_DOUBT.contains(name(exception)));
    }

    static Optional<Problem> unavailable(Throwable exception) {
        if (exception instanceof SQLException sql && isConnection(sql)) {
            return unavailable("database-unavailable", "The database does not answer. Nothing was changed.");
        }
        if (BROKER.stream().anyMatch(name(exception)::startsWith)) {
            return unavailable("broker-unavailable", "The message broker does not answer. Nothing was changed.");
        }
        if (name(exception).startsWith("jakarta.resource.")) {
            return unavailable("unavailable", "No connection to a server behind could be had. Nothing was changed.");
        }
        return Optional.empty();
    }

    static Optional<Problem> rolledBack(Throwable exception) {
        boolean busy = exception instanceof SQLException sql && hasState(sql, DATABASE_BUSY);
        return Optional.of(Problem.of("rolled-back", 503, "The work was undone as a whole. Nothing was changed.")
                        .withRetryAfter(SOON))
                .filter(problem -> busy || UNDONE.contains(name(exception)));
    }

    private static Optional<Problem> unavailable(String slug, String detail) {
        return Optional.of(Problem.of(slug, 503, detail).withRetryAfter(LATER));
    }

    private static boolean isConnection(SQLException exception) {
        return exception instanceof SQLTransientConnectionException
                || exception instanceof SQLRecoverableException
                || hasState(exception, DATABASE_GONE);
    }

    private static boolean hasState(SQLException exception, List<String> prefixes) {
        String state = exception.getSQLState();
        return state != null && prefixes.stream().anyMatch(state::startsWith);
    }

    private static String name(Throwable exception) {
        return exception.getClass().getName();
    }
}
