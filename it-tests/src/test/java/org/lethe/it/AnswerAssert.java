package org.lethe.it;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.AbstractAssert;

/** Sentences about what the server answered. */
public final class AnswerAssert extends AbstractAssert<AnswerAssert, Answer> {
    /** What betrays the inside of the server: frames of a stack trace, names of exceptions, pages for browsers. */
    private static final Pattern INSIDE = Pattern.compile(
            "\\bat [\\w.$]+\\([\\w.:]*\\)|\\b(java|jakarta|org|com)\\.[a-z]+\\.[\\w.]+Exception|<html|<body",
            Pattern.CASE_INSENSITIVE);

    AnswerAssert(Answer actual) {
        super(actual, AnswerAssert.class);
    }

    public AnswerAssert hasStatus(int status) {
        if (actual.status() != status) {
            failWithMessage("Expected the status %s, but it was %s", status, actual);
        }
        return this;
    }

    public AnswerAssert hasHeader(String name, String value) {
        String found = actual.header(name).orElse("missing");
        if (!found.equals(value)) {
            failWithMessage("Expected %s: %s, but it is %s in %s", name, value, found, actual);
        }
        return this;
    }

    public AnswerAssert hasHeader(String name) {
        if (actual.header(name).isEmpty()) {
            failWithMessage("Expected a header %s in %s", name, actual);
        }
        return this;
    }

    /** A problem as RFC 9457 has it, of this status and kind, that betrays nothing of the server's inside. */
    public AnswerAssert isProblem(int status, String slug) {
        hasStatus(status);
        hasHeader("Content-Type");
        String type = actual.header("Content-Type").orElseThrow();
        if (!type.startsWith("application/problem+json")) {
            failWithMessage("Expected application/problem+json, but it is %s in %s", type, actual);
        }
        JsonObject problem = actual.json();
        for (String member : List.of("title", "detail", "instance")) {
            if (problem.getString(member, "").isBlank()) {
                failWithMessage("Expected the member %s in %s", member, actual);
            }
        }
        if (problem.getInt("status") != status || !problem.getString("type").equals("/problems/" + slug)) {
            failWithMessage("Expected a problem %s with status %s, but it is %s", slug, status, actual);
        }
        if (INSIDE.matcher(actual.text()).find()) {
            failWithMessage("Expected nothing of the server's inside in %s", actual);
        }
        return this;
    }

    /** The problem names these fields and no others. */
    public AnswerAssert hasErrorsFor(String... fields) {
        List<String> named = actual.json().getJsonArray("errors").stream()
                .map(error -> error.asJsonObject().getString("field"))
                .toList();
        if (!named.equals(List.of(fields))) {
            failWithMessage("Expected errors for %s, but they are for %s in %s", List.of(fields), named, actual);
        }
        return this;
    }
}
