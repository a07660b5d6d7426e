package org.lethe.overview;

import java.time.Instant;
import java.util.UUID;
import org.lethe.page.Cursor;

/** What of a deletion its own view does not tell. */
record DeletionRow(UUID id, DeletionItem.Owner owner, Instant requestedAt, Instant dueAt, long openFailures) {

    Cursor place() {
        return new Cursor(requestedAt, id);
    }
}
