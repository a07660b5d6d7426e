package org.lethe.redrive;

import java.time.Instant;
import java.util.UUID;
import org.lethe.page.Cursor;

/**
 * An item as operators see it.
 *
 * @param storage null when the failure is not about one
 * @param cause the failure's present one
 * @param sentAt null until it was sent
 * @param endedAt null until it is known what became of it
 * @param why it was skipped, or failed again with; null otherwise
 */
public record ItemView(
        int position,
        UUID failureId,
        UUID deletionId,
        String storage,
        String cause,
        ItemOutcome outcome,
        Instant sentAt,
        Instant endedAt,
        String why) {

    /** Its position, dressed as the time and id that a list's cursor has. */
    Cursor place() {
        return new Cursor(Instant.ofEpochSecond(position), failureId);
    }

    /** The position that a cursor names; 0 for the beginning. */
    static long position(Cursor after) {
        return after.equals(Cursor.NEWEST) ? 0 : after.createdAt().getEpochSecond();
    }
}
