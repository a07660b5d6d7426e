package org.lethe.it.generated;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.lethe.it.ApiDocument;
import org.lethe.it.generated.Wire.RawAnswer;

/** What may not be answered to a request that is bad. */
record WrongAnswer(ApiDocument api) {
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    /**
     * What the HTTP server answers by itself, before any application is asked: first lines and headers that break the rules
     * of HTTP, or are larger than its buffer. Without a body that could be a problem; the status says it all.
     */
    private static final Set<Integer> OF_HTTP = Set.of(0, 101, 400, 404, 405, 411, 413, 414, 417, 431, 501, 505);

    /**
     * A % that is not followed by two digits, or by those of a character that there is not, and a path that ends in a dot,
     * are answered by the HTTP server with 200 and nothing (seen with Payara 6.2025.10). No application is asked, and
     * nothing is done.
     */
    private static final Pattern UNREADABLE =
            Pattern.compile("%(?![0-9a-fA-F]{2})|%[89a-fA-F][0-9a-fA-F]|/\\.{1,2}(/|$)");

    /** Paths without tricks, so that it is certain which operation they are for. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9/-]+");

    /** What betrays the inside of the server. */
    private static final Pattern INSIDE = Pattern.compile(
            "\\bat [\\w.$]+\\([\\w.:]*\\)|\\b(java|jakarta|org|com|fish)\\.[a-z]+\\.[\\w.$]+|Exception\\b|<html|<body|Payara|Grizzly",
            Pattern.CASE_INSENSITIVE);

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Why this is not what should have been answered; nothing when it is. */
    Optional<String> why(RawRequest request, RawAnswer answer) {
        if (answer.status() < 0) {
            return Optional.of("no answer within 20 s");
        }
        if (answer.status() >= 500 && answer.status() != 501 && answer.status() != 505) {
            return Optional.of("an error of the server");
        }
        if (INSIDE.matcher(answer.text()).find()) {
            return Optional.of("something of the server's inside");
        }
        if (answer.status() == 200 && answer.body().length == 0 && isUnreadable(request)) {
            return Optional.empty();
        }
        if (answer.status() >= 200 && answer.status() < 400) {
            return SAFE.contains(request.method()) ? Optional.empty() : Optional.of("it was done");
        }
        if (answer.body().length == 0) {
            boolean mayBeEmpty =
                    OF_HTTP.contains(answer.status()) || request.method().equals("HEAD");
            return mayBeEmpty ? Optional.empty() : Optional.of("no body");
        }
        return problem(answer).or(() -> untold(request, answer));
    }

    private static boolean isUnreadable(RawRequest request) {
        return UNREADABLE.matcher(request.target()).find();
    }

    private static Optional<String> problem(RawAnswer answer) {
        if (!answer.header("Content-Type").startsWith("application/problem+json")) {
            return Optional.of("no problem+json");
        }
        try {
            JsonNode problem = JSON.readTree(answer.body());
            boolean isWhole = List.of("type", "title", "detail", "instance").stream()
                    .noneMatch(member -> problem.path(member).asText().isBlank());
            boolean isSame = problem.path("status").asInt() == answer.status();
            return isWhole && isSame ? Optional.empty() : Optional.of("a problem that is not whole");
        } catch (IOException e) {
            return Optional.of("a problem that is no JSON");
        }
    }

    private Optional<String> untold(RawRequest request, RawAnswer answer) {
        String path = request.target().replaceAll("\\?.*", "");
        return !PLAIN.matcher(path).matches()
                ? Optional.empty()
                : api.faults(request.method(), path, answer.status(), answer.headers(), answer.body());
    }
}
