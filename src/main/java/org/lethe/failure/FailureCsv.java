package org.lethe.failure;

import org.lethe.page.Csv;

/** Failures as lines of CSV. */
final class FailureCsv {

    static final String HEADER = Csv.line(
            "id",
            "state",
            "kind",
            "storage",
            "queue",
            "cause",
            "error",
            "files",
            "times",
            "firstAt",
            "lastAt",
            "deletion",
            "owner",
            "assignee",
            "dueAt",
            "outcome",
            "group");

    private FailureCsv() {}

    static String line(Failure failure) {
        return Csv.line(
                failure.id(),
                failure.state(),
                failure.kind(),
                failure.storage(),
                failure.queue(),
                failure.cause(),
                failure.error(),
                failure.files(),
                failure.times(),
                failure.firstAt(),
                failure.lastAt(),
                failure.deletionId(),
                failure.ownerId(),
                failure.assignee(),
                failure.dueAt(),
                failure.outcome(),
                failure.groupId());
    }
}
