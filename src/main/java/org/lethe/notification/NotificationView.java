package org.lethe.notification;

import java.time.Instant;
import java.util.UUID;
import org.lethe.page.Cursor;

/**
 * A notification as operators see it.
 *
 * @param kind of failure, or of error; null when it is about neither, as storage, cause and detail
 * @param error why its last failed attempt did; null when none failed
 */
public record NotificationView(
        UUID id,
        UUID channelId,
        String channelName,
        What what,
        String kind,
        String storage,
        String cause,
        String detail,
        long count,
        Instant since,
        Instant until,
        NotificationState state,
        int attempts,
        String error,
        Instant createdAt,
        Instant deliveredAt) {

    Cursor place() {
        return new Cursor(createdAt, id);
    }
}
