package org.lethe.failure;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lethe.problem.FieldError;
import org.lethe.problem.Problem;
import org.lethe.problem.ProblemException;
import org.lethe.problem.StrictJson;

/** Reads what somebody wants done about failures. Notes every fault before anything is refused. */
final class ReadAct {

    private static final int SHORTEST_REASON = 3;
    private static final int LONGEST_REASON = 500;
    private static final int LONGEST_NOTE = 2000;
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private final JsonObject body;
    private final Set<String> known = new HashSet<>();
    private final List<FieldError> errors = new ArrayList<>();

    private ReadAct(JsonObject body) {
        this.body = body;
    }

    /**
     * Of the body of an act on one failure.
     *
     * @throws ProblemException 400 with all that is wrong
     */
    static Act one(ActKind kind, JsonValue body) {
        ReadAct read = of(body);
        Act act = kind == ActKind.IGNORE ? Act.ignore(read.reason(), read.time("until")) : read.act(kind);
        read.refuse();
        return act;
    }

    /**
     * Of the body of an act on many.
     *
     * @throws ProblemException 400 with all that is wrong
     */
    static WantedActs many(JsonValue body) {
        ReadAct read = of(body);
        Optional<ActKind> kind = read.oneOf("act", ActKind.values());
        read.known.add("filter");
        FailureFilter filter = ReadFilter.json(read.body.get("filter"), "filter", read.errors);
        boolean dryRun = read.truth("dryRun");
        OptionalLong expected = read.count("expected");
        if (!dryRun && expected.isEmpty()) {
            read.wrong("expected", "must say how many it is meant for, as a dry run tells");
        }
        Act act = read.act(kind.orElse(ActKind.NOTE));
        if (kind.isEmpty()) { // nothing is known of what else there must be
            read.errors.removeIf(error -> error.field().equals("note"));
        }
        read.refuse();
        return new WantedActs(act, filter, dryRun, expected.orElse(0));
    }

    /**
     * The reason in a body that may be absent.
     *
     * @throws ProblemException 400 with all that is wrong
     */
    static Optional<String> optionalReason(String body) {
        if (body.isBlank()) {
            return Optional.empty();
        }
        ReadAct read = new ReadAct(StrictJson.object(body, Object.class));
        String reason = read.reason();
        read.refuse();
        return Optional.of(reason);
    }

    private static ReadAct of(JsonValue body) {
        if (body instanceof JsonObject object) {
            return new ReadAct(object);
        }
        throw Problem.malformed("The operation takes a JSON object.").exception();
    }

    private Act act(ActKind kind) {
        return switch (kind) {
            case ASSIGN -> Act.assign(note(), text("assignee", 1, 256), time("dueAt"));
            case NOTE -> Act.because(kind, note());
            case UNASSIGN, IGNORE -> Act.because(kind, reason());
            case RESOLVE ->
                Act.resolve(reason(), oneOf("outcome", Outcome.values()).orElse(null));
        };
    }

    private void refuse() {
        body.keySet().stream()
                .filter(member -> !known.contains(member))
                .sorted()
                .forEach(member -> wrong(member, "is not known here"));
        ReadFilter.refuse("The body is not what this operation takes.", errors);
    }

    private String reason() {
        return text("reason", SHORTEST_REASON, LONGEST_REASON);
    }

    private String note() {
        return text("note", 1, LONGEST_NOTE);
    }

    private String text(String member, int least, int most) {
        known.add(member);
        String text = body.get(member) instanceof JsonString string
                ? string.getString().strip()
                : "";
        if (text.length() < least
                || text.length() > most
                || text.chars().anyMatch(sign -> Character.isISOControl(sign) && sign != '\n')) {
            wrong(member, "must be a text of " + least + " to " + most + " characters, without control characters");
        }
        return text;
    }

    /** Null when there is none. */
    private Instant time(String member) {
        known.add(member);
        JsonValue value = body.getOrDefault(member, JsonValue.NULL);
        if (value == JsonValue.NULL) {
            return null;
        }
        try {
            Instant time = Instant.parse(value instanceof JsonString text ? text.getString() : "");
            if (time.isAfter(Instant.now()) && time.isBefore(LATEST)) {
                return time;
            }
        } catch (DateTimeException notATime) {
            // told below
        }
        wrong(member, "must be a time to come in ISO 8601, such as 2031-12-24T18:00:00Z");
        return null;
    }

    private boolean truth(String member) {
        known.add(member);
        JsonValue value = body.getOrDefault(member, JsonValue.FALSE);
        if (value != JsonValue.TRUE && value != JsonValue.FALSE) {
            wrong(member, "must be true or false");
        }
        return value == JsonValue.TRUE;
    }

    private OptionalLong count(String member) {
        known.add(member);
        if (body.getOrDefault(member, JsonValue.NULL) == JsonValue.NULL) {
            return OptionalLong.empty();
        }
        if (body.get(member) instanceof JsonNumber number && number.isIntegral()) {
            try {
                long count = number.longValueExact();
                if (count >= 0) {
                    return OptionalLong.of(count);
                }
            } catch (ArithmeticException tooLarge) {
                // told below
            }
        }
        wrong(member, "must be a whole number, 0 or more");
        return OptionalLong.of(0);
    }

    private <T extends Enum<T>> Optional<T> oneOf(String member, T[] values) {
        known.add(member);
        String name = body.get(member) instanceof JsonString text ? text.getString() : "";
        Optional<T> found =
                Arrays.stream(values).filter(value -> value.name().equals(name)).findFirst();
        if (found.isEmpty()) {
            wrong(member, "must be one of " + Stream.of(values).map(Enum::name).collect(Collectors.joining(", ")));
        }
        return found;
    }

    private void wrong(String member, String what) {
        errors.add(new FieldError(member, what));
    }
}
