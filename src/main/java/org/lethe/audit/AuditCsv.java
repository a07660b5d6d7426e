package org.lethe.audit;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.lethe.page.Csv;

/** Entries as lines of CSV. */
final class AuditCsv {

    static final String HEADER = Csv.line(List.of(
            "id", "seq", "at", "actor", "action", "subjectType", "subject", "address", "requestId", "details", "hash"));

    private AuditCsv() {}

    static String line(ChainedEntry chained) {
        AuditEntry entry = chained.entry();
        return Csv.line(Stream.of(
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
                        chained.hash())
                .map(value -> Objects.toString(value, ""))
                .toList());
    }
}
