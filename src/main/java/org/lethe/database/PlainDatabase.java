package org.lethe.database;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Reads outside of any transaction, on a pool of its own that work under load does not use up. */
@Dependent
public class PlainDatabase {

    @Resource(lookup = "jdbc/lethe_plain")
    DataSource database;

    /** Reads one row. */
    public interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /**
     * Asks a pool for an answer.
     *
     * @throws IllegalStateException when nothing comes by a connection of it
     */
    public static void requireAnswer(DataSource pool) {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement("select 1")) {
            statement.execute();
        } catch (SQLException failed) {
            throw new IllegalStateException("the database does not answer: " + failed.getMessage(), failed);
        }
    }

    /** The first column of the only row. */
    public <T> T one(String sql, Class<T> type) {
        return all(sql, row -> row.getObject(1, type)).get(0);
    }

    /**
     * All rows.
     *
     * @throws IllegalStateException when the database does not answer
     */
    public <T> List<T> all(String sql, Row<T> reader, Object... parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                List<T> all = new ArrayList<>();
                while (rows.next()) {
                    all.add(reader.read(rows));
                }
                return all;
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("the database does not answer: " + failed.getMessage(), failed);
        }
    }
}
