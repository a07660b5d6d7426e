package org.lethe.recovery;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** What PostgreSQL holds prepared. Uses connections outside of transactions; safe for use by many threads. */
final class BranchesInDatabase implements RecoverableResource {
    private static final String NAME = "the database";

    private final DataSource database;
    private final String node;

    /** @param database one whose connections commit each statement: PostgreSQL settles branches only so */
    BranchesInDatabase(DataSource database, String node) {
        this.database = database;
        this.node = node;
    }

    @Override
    public List<PreparedBranch> prepared() throws ResourceAbsentException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select gid from pg_prepared_xacts where database = current_database()")) {
            List<PreparedBranch> own = new ArrayList<>();
            while (rows.next()) {
                PreparedBranch.ofGid(rows.getString(1))
                        .filter(branch -> branch.isOf(node))
                        .ifPresent(own::add);
            }
            return own;
        } catch (SQLException e) {
            throw new ResourceAbsentException(NAME, e);
        }
    }

    @Override
    public void commit(PreparedBranch branch) throws NotSettledException {
        execute("commit prepared '" + branch.gid() + "'"); // takes no parameter
    }

    @Override
    public void rollBack(PreparedBranch branch) throws NotSettledException {
        execute("rollback prepared '" + branch.gid() + "'");
    }

    private void execute(String sql) throws NotSettledException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new NotSettledException(NAME, e);
        }
    }

    @Override
    public String toString() {
        return NAME;
    }
}
