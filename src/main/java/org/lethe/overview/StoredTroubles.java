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

    /** Of each channel that is in use, what was given up since anything arrived over it, a test too. */
    private static final String GIVEN_UP =
            "select c.id, c.document::json ->> 'name', given_up.notifications, given_up.since from notification_channel c"
                    + " cross join lateral (select count(*) as notifications, min(n.failed_at) as since from notification n"
                    + " where n.channel_id = c.id and n.state = 'FAILED' and n.failed_at > greatest('epoch', c.reached_at,"
                    + " (select max(d.delivered_at) from notification d"
                    + " where d.channel_id = c.id and d.state = 'DELIVERED'))) given_up"
                    + " where given_up.notifications > 0 and (c.document::json ->> 'enabled')::boolean order by given_up.since";

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
        items.addAll(database.all(
                GIVEN_UP,
                row -> notReached(
                        row.getString(1),
                        row.getString(2),
                        row.getLong(3),
                        row.getTimestamp(4).toInstant())));
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

    private static AttentionItem notReached(String channel, String name, long givenUp, Instant since) {
        return new AttentionItem(
                "CHANNEL",
                "WARN",
                givenUp,
                name,
                Map.of("name", name),
                since,
                name + " is not reached: " + givenUp + " notifications were given up.",
                "/console/notifications/channels/" + channel);
    }
}
