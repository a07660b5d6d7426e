package org.lethe.audit;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.UUID;

/**
 * One act, as administrators and operators see it.
 *
 * @param seq its number in the chain
 * @param hash the hash of the chain up to it
 */
public record AuditEntryView(
        UUID id,
        long seq,
        Instant at,
        String actor,
        String action,
        String subjectType,
        String subject,
        String address,
        String requestId,
        JsonObject details,
        String hash) {

    static AuditEntryView of(ChainedEntry chained) {
        AuditEntry entry = chained.entry();
        return new AuditEntryView(
                entry.id(),
                chained.seq(),
                entry.at(),
                entry.actor(),
                entry.action(),
                entry.subjectType(),
                entry.subject(),
                entry.address(),
                entry.requestId(),
                DetailsJson.read(entry.details()),
                chained.hash());
    }
}
