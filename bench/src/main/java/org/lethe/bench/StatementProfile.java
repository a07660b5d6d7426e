package org.lethe.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;

/** Which statements the database is at, asked again and again. Asks on a connection of its own, which it closes. */
final class StatementProfile implements AutoCloseable {

    private static final long PERIOD_MILLIS = 10;
    private static final String ACTIVE = """
            select case when query ~* '^(prepare transaction|commit prepared)' then lower(substring(query from 1 for 16))
                        else substring(regexp_replace(query, '\\s+', ' ', 'g') from 1 for 70) end,
                   coalesce(wait_event_type || ': ' || wait_event, 'runs')
            from pg_stat_activity
            where state = 'active' and pid <> pg_backend_pid() and backend_type = 'client backend'
            """;

    private final Connection database;
    private final Map<String, Integer> seen = new TreeMap<>();
    private final Thread sampler = new Thread(this::sample, "statements");
    private volatile boolean ended;
    private int looks;

    StatementProfile(Connection database) {
        this.database = database;
        sampler.start();
    }

    /** Ends the asking; a line for each statement with the number of sessions that were, on average, at it. */
    String end() throws InterruptedException {
        ended = true;
        sampler.join();
        StringBuilder table = new StringBuilder();
        seen.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(12)
                .forEach(statement -> table.append(
                        Wording.of("%5.2f  %s%n", (double) statement.getValue() / looks, statement.getKey())));
        return table.toString();
    }

    private void sample() {
        try (Statement statement = database.createStatement()) {
            while (!ended) {
                looks++;
                try (ResultSet rows = statement.executeQuery(ACTIVE)) {
                    while (rows.next()) {
                        seen.merge(rows.getString(1) + "  [" + rows.getString(2) + ']', 1, Integer::sum);
                    }
                }
                Thread.sleep(PERIOD_MILLIS);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws SQLException {
        ended = true;
        database.close();
    }
}
