package org.lethe.audit;

import org.lethe.page.Csv;

/** Entries as lines of CSV. */
final class AuditCsv {

    static final String HEADER = Csv.line(
            "id", "seq", "at", "actor", "action", "subjectType", "subject", "address", "requestId", "details", "hash");

    private AuditCsv() {}

    static String line(ChainedEntry chained) {
        AuditEntry entry = chained.entry();
        return Csv.line(
                entry.id(),
                chained.seq(),
                entry.at(),
                entry.actor(),
                entry.action(),
                entry.subjectType(),
                entry.subject(),
                entry.address(),
                entry.requestId(),
                entry.details(),
                chained.hash());
    }
}
