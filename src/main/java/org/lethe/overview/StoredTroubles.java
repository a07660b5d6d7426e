package org.lethe.overview;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lethe.database.PlainDatabase;

/** What of that which needs a person stands in the rows, and is no failure. */
@Dependent
class StoredTroubles {

    private final PlainDatabase database;

    @Inject
    StoredTroubles(PlainDatabase database) {
        this.database = database;
    }

    /** @throws IllegalStateException when the database does not answer */
    List<AttentionItem> items() {
        List<AttentionItem> items = new ArrayList<>(database.all(
                "select count(*), min(due_at) from failure where state = 'ASSIGNED' and due_at < now() having count(*) > 0",
                row -> overdue(row.getLong(1), row.getTimestamp(2).toInstant())));
        items.addAll(database.all(
                "select queue, drift_since from redelivery_state where drift_since is not null order by queue",
                row -> drift(row.getString(1), row.getTimestamp(2).toInstant())));
        return items;
    }

    private static AttentionItem overdue(long count, Instant since) {
        return new AttentionItem(
                "OVERDUE",
                "WARN",
                count,
                null,
                Map.of(),
                since,
                count + " assigned failures are past their date.",
                "/console/failures?overdue=true");
    }

    private static AttentionItem drift(String queue, Instant since) {
        return new AttentionItem(
                "DRIFT",
                "WARN",
                1,
                queue,
                Map.of("queue", queue),
                since,
                "Somebody changed the redelivery of " + queue + " at the broker by hand.",
                "/console/redelivery/" + queue);
    }
}
