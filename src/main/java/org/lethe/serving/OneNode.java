package org.lethe.serving;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Lets one node at a time do a piece of work, by an advisory lock of the database. The lock is held by a connection of
 * its own and goes with it, whatever happens to the node.
 */
@Dependent
public class OneNode {

    @Resource(lookup = "jdbc/lethe_plain")
    DataSource database;

    /**
     * Does the work unless another node is at work of the same name.
     *
     * @return whether it was done here
     * @throws IllegalStateException when the database does not answer; the work may have been done in part
     */
    public boolean at(String name, Runnable work) {
        try (Connection connection = database.getConnection()) {
            if (!answers(connection, "select pg_try_advisory_lock(hashtext(?))", name)) {
                return false;
            }
            try {
                work.run();
                return true;
            } finally {
                answers(connection, "select pg_advisory_unlock(hashtext(?))", name);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(
                    "the lock for " + name + " could not be asked for: " + failed.getMessage(), failed);
        }
    }

    private static boolean answers(Connection connection, String sql, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            try (ResultSet result = statement.executeQuery()) {
                return result.next() && result.getBoolean(1);
            }
        }
    }
}
