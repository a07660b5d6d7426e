package org.lethe.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** When a deletion came how far, in seconds after its request, by the times that its rows keep. */
record Timeline(double firstPlanned, double lastPlanned, double firstGone, double lastGone, double completed) {

    private static final String TIMES = """
            select extract(epoch from min(r.pushed_at) - d.requested_at), extract(epoch from max(r.pushed_at) - d.requested_at),
                   extract(epoch from min(r.settled_at) - d.requested_at), extract(epoch from max(r.settled_at) - d.requested_at),
                   extract(epoch from d.completed_at - d.requested_at)
            from deletion d join file_removal r on r.deletion_id = d.id
            where d.id = ? group by d.id
            """;

    static Timeline of(Connection database, UUID deletion) throws SQLException {
        try (PreparedStatement statement = database.prepareStatement(TIMES)) {
            statement.setObject(1, deletion);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new Timeline(
                        row.getDouble(1), row.getDouble(2), row.getDouble(3), row.getDouble(4), row.getDouble(5));
            }
        }
    }

    @Override
    public String toString() {
        return Wording.of(
                "planned from %.2f to %.2f s, files gone from %.2f to %.2f s, COMPLETED at %.2f s",
                firstPlanned, lastPlanned, firstGone, lastGone, completed);
    }
}
