package org.lethe.failure;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Failures as lines of CSV (RFC 4180). A cell that a spreadsheet would take for a formula gets an apostrophe in front: what
 * stands in an error comes from outside.
 */
final class FailureCsv {

    private static final Pattern FORMULA =
            Pattern.compile("^[\\s\\p{Cntrl}]*[=+\\-@\\t\\r\\n\uFF1D\uFF0B\uFF0D\uFF20]");
    private static final Pattern NEEDS_QUOTES = Pattern.compile("[\",\\r\\n]");

    static final String HEADER = line(List.of(
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
            "group"));

    private FailureCsv() {}

    static String line(Failure failure) {
        return line(Stream.of(
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
                        failure.groupId())
                .map(value -> Objects.toString(value, ""))
                .toList());
    }

    static String line(List<String> cells) {
        return cells.stream().map(FailureCsv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(String text) {
        String harmless = FORMULA.matcher(text).find() ? "'" + text : text;
        return NEEDS_QUOTES.matcher(harmless).find() ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
    }
}
