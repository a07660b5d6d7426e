package org.lethe.account;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * The rows of failed password checks, and of where a login has signed in from before. Outside of any transaction of a
 * request: what was tried was tried, whatever comes of the request.
 */
@Dependent
class SignInAttempts {

    private static final String INSERT =
            "insert into sign_in_attempt (key) select unnest(?) on conflict (key) do nothing";

    private static final String LOCK = "select key, failures, last_at < now() - make_interval(secs => ?),"
            + " extract(epoch from wait_until - clock_timestamp()) from sign_in_attempt where key = any(?)"
            + " order by key for update";

    private static final String COUNT = "update sign_in_attempt set failures = ?, last_at = now(),"
            + " wait_until = clock_timestamp() + make_interval(secs => ?) where key = ?";

    private static final String FORGIVE = "update sign_in_attempt set failures = case when key = ? then 0"
            + " else greatest(failures - 1, 0) end, wait_until = now() where key = any(?)";

    private static final String KNOW =
            "insert into sign_in_known (key) values (?)" + " on conflict (key) do update set last_at = now()";

    private static final String IS_KNOWN = "select 1 from sign_in_known where key = ?";

    private static final String FORGET_ATTEMPTS = "delete from sign_in_attempt where key in (select key from"
            + " sign_in_attempt where last_at < now() - make_interval(secs => ?) limit 10000 for update skip locked)";

    private static final String FORGET_KNOWN = "delete from sign_in_known where last_at < now() - interval '90 days'";

    @Resource(lookup = "jdbc/lethe_plain")
    DataSource database;

    /**
     * What is known of one key.
     *
     * @param failures that are not forgiven yet
     * @param waitSeconds 0 or less when there is nothing to wait for
     */
    record Count(int failures, double waitSeconds) {}

    /** What a step does with the rows, which nobody else changes meanwhile. */
    interface Step<T> {
        T on(Map<String, Count> counts, Writer writer) throws SQLException;
    }

    /** Writes a new count. */
    interface Writer {
        void count(String key, int failures, Duration wait) throws SQLException;
    }

    boolean isKnown(String key) {
        return with(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(IS_KNOWN)) {
                statement.setString(1, key);
                try (ResultSet rows = statement.executeQuery()) {
                    return rows.next();
                }
            }
        });
    }

    /** Does a step with all these rows locked, in the order of their keys, so that no two wait for each other. */
    <T> T locked(List<String> keys, Duration forgivenAfter, Step<T> step) {
        return with(connection -> {
            connection.setAutoCommit(false);
            try {
                List<String> ordered = keys.stream().sorted().toList();
                update(connection, INSERT, array(connection, ordered));
                T answer = step.on(
                        lock(connection, ordered, forgivenAfter),
                        (key, failures, wait) -> update(connection, COUNT, failures, wait.toMillis() / 1000.0, key));
                connection.commit();
                return answer;
            } catch (SQLException | RuntimeException failed) {
                connection.rollback();
                throw failed;
            } finally {
                connection.setAutoCommit(true);
            }
        });
    }

    /** Takes back what was counted: all of {@code whole}, one of the others; and knows {@code whole} from now on. */
    void forgive(String whole, List<String> keys) {
        with(connection -> {
            update(connection, FORGIVE, whole, array(connection, keys));
            return update(connection, KNOW, whole);
        });
    }

    void forget(Duration forgivenAfter) {
        with(connection -> {
            update(connection, FORGET_ATTEMPTS, (double) forgivenAfter.toSeconds());
            return update(connection, FORGET_KNOWN);
        });
    }

    private static Map<String, Count> lock(Connection connection, List<String> keys, Duration forgivenAfter)
            throws SQLException {
        Map<String, Count> counts = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(LOCK)) {
            statement.setDouble(1, forgivenAfter.toMillis() / 1000.0);
            statement.setObject(2, array(connection, keys));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    int failures = rows.getBoolean(3) ? 0 : rows.getInt(2);
                    counts.put(rows.getString(1), new Count(failures, rows.getDouble(4)));
                }
            }
        }
        return counts;
    }

    private static java.sql.Array array(Connection connection, List<String> keys) throws SQLException {
        return connection.createArrayOf("text", keys.toArray());
    }

    private static int update(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            return statement.executeUpdate();
        }
    }

    private interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    private <T> T with(Work<T> work) {
        try (Connection connection = database.getConnection()) {
            return work.with(connection);
        } catch (SQLException failed) {
            throw new IllegalStateException("failed sign-ins cannot be counted: " + failed.getMessage(), failed);
        }
    }
}
