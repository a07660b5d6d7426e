package org.lethe.overview;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.lethe.database.PlainDatabase;

/** Asks the rows what is not over yet. What is over is not read, but for failures. */
@Dependent
class LookAtWork {

    private static final String ASK = """
            select count(*) filter (where state = 'HELD'),
                   count(*) filter (where state = 'REQUESTED'),
                   count(*) filter (where state = 'PLANNING'),
                   count(*) filter (where state = 'REMOVING'),
                   (select count(*) from deletion where state = 'COMPLETED_WITH_FAILURES'),
                   md5(coalesce(sum(hashtextextended(id || state, 0)::numeric), 0)
                       || coalesce((select max(requested_at) from deletion)::text, '')),
                   (select count(*) from failure where state in ('OPEN', 'ASSIGNED')),
                   (select coalesce(sum(times), 0) from failure)
            from deletion where state in ('HELD', 'REQUESTED', 'PLANNING', 'REMOVING')
            """;

    private static final String GROUPED = """
            select group_id, min(kind), coalesce(min(storage), ''), min(cause), count(*), min(first_at)
            from failure where state in ('OPEN', 'ASSIGNED')
            group by group_id order by count(*) desc, group_id
            """;

    /** Those that are told one by one. */
    private static final int GROUPS = 50;

    private final PlainDatabase database;

    @Inject
    LookAtWork(PlainDatabase database) {
        this.database = database;
    }

    /** @throws IllegalStateException when the database does not answer */
    OpenWork look() {
        Map<String, Long> byQueue = openByQueue();
        List<OpenGroup> groups = groups();
        return database.all(ASK, row -> read(row, byQueue, groups)).get(0);
    }

    private List<OpenGroup> groups() {
        List<OpenGroup> all = database.all(
                GROUPED,
                row -> new OpenGroup(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getLong(5),
                        row.getTimestamp(6).toInstant()));
        if (all.size() <= GROUPS) {
            return all;
        }
        List<OpenGroup> told = new ArrayList<>(all.subList(0, GROUPS));
        long others = all.subList(GROUPS, all.size()).stream()
                .mapToLong(OpenGroup::open)
                .sum();
        told.add(new OpenGroup(
                null, OpenGroup.OTHER, "", OpenGroup.OTHER, others, told.get(0).since()));
        return told;
    }

    private Map<String, Long> openByQueue() {
        Map<String, Long> open = new HashMap<>();
        database.all(
                "select queue, count(*) from failure where state in ('OPEN', 'ASSIGNED') group by queue",
                row -> open.put(row.getString(1), row.getLong(2)));
        return open;
    }

    private static OpenWork read(ResultSet row, Map<String, Long> openByQueue, List<OpenGroup> groups)
            throws SQLException {
        return new OpenWork(
                new OpenWork.Deletions(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5)),
                row.getString(6).substring(0, 12),
                new OpenWork.Failures(row.getLong(7), row.getLong(8)),
                openByQueue,
                groups);
    }
}
