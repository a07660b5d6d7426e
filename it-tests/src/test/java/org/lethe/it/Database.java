package org.lethe.it;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.lethe.launcher.Installation;

/**
 * The database, looked at from outside of the product. Takes a connection for each statement, so it goes on working
 * when the database was restarted.
 */
public final class Database {
    private final Connections connections;

    private Database(Connections connections) {
        this.connections = connections;
    }

    static Database of(Installation installation) {
        return new Database(() -> DriverManager.getConnection(
                installation.jdbcUrl(), installation.databaseUser(), installation.databasePassword()));
    }

    /** All statements go over this connection, which stays open: so a transaction can be looked at before its end. */
    static Database over(Connection connection) {
        return new Database(new One(connection));
    }

    /** Reads one row of what a result set holds. */
    @FunctionalInterface
    public interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** A connection of its own; the caller closes it. */
    public Connection connect() throws SQLException {
        return connections.take();
    }

    /** Does something with many statements over one connection. */
    public <T> T inOneConnection(Function<Database, T> work) {
        try {
            Connection connection = connections.take();
            try {
                return work.apply(over(connection));
            } finally {
                connections.giveBack(connection);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The database cannot be reached", e);
        }
    }

    /** Every row of a query. A collection among the parameters becomes an array of UUIDs. */
    public <T> List<T> rows(String sql, Row<T> row, Object... parameters) {
        return with(sql, parameters, statement -> {
            List<T> rows = new ArrayList<>();
            try (ResultSet results = statement.executeQuery()) {
                while (results.next()) {
                    rows.add(row.read(results));
                }
            }
            return rows;
        });
    }

    /** The first column of every row, as text. */
    public List<String> texts(String sql, Object... parameters) {
        return rows(sql, row -> row.getString(1), parameters);
    }

    /** The one number that a query answers. */
    public long number(String sql, Object... parameters) {
        return rows(sql, row -> row.getLong(1), parameters).get(0);
    }

    /** Executes a statement and answers how many rows it changed. */
    public int execute(String sql, Object... parameters) {
        return with(sql, parameters, PreparedStatement::executeUpdate);
    }

    private <T> T with(String sql, Object[] parameters, Use<T> use) {
        try {
            Connection connection = connections.take();
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < parameters.length; i++) {
                    statement.setObject(i + 1, jdbc(connection, parameters[i]));
                }
                return use.of(statement);
            } finally {
                connections.giveBack(connection);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage() + " in: " + sql, e);
        }
    }

    private static Object jdbc(Connection connection, Object parameter) throws SQLException {
        return parameter instanceof Collection<?> ids
                ? connection.createArrayOf("uuid", ids.toArray(UUID[]::new))
                : parameter;
    }

    private interface Use<T> {
        T of(PreparedStatement statement) throws SQLException;
    }

    private interface Connections {
        Connection take() throws SQLException;

        default void giveBack(Connection connection) throws SQLException {
            connection.close();
        }
    }

    private record One(Connection take) implements Connections {
        @Override
        public void giveBack(Connection connection) {
            // stays open: whoever gave it closes it
        }
    }
}
