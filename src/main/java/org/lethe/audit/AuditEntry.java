package org.lethe.audit;

import java.time.Instant;
import java.util.UUID;
import org.lethe.page.Cursor;

/**
 * One act.
 *
 * @param at when its transaction began, by the database's clock
 * @param actor a login, or {@code system}
 * @param address null when nobody asked over HTTP
 * @param requestId null when nobody asked over HTTP
 * @param details JSON, just the characters that are hashed
 */
record AuditEntry(
        UUID id,
        Instant at,
        String actor,
        String action,
        String subjectType,
        String subject,
        String address,
        String requestId,
        String details) {

    Cursor place() {
        return new Cursor(at, id);
    }
}
