package org.lethe.failure;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.lethe.problem.FieldError;
import org.lethe.problem.Problem;
import org.lethe.problem.ProblemException;

/** Reads which failures are meant, from a query or from JSON. Notes every fault before anything is refused. */
final class ReadFilter {

    private ReadFilter() {}

    /**
     * Of a query's parameters; those that narrow nothing are somebody else's. Where any of several values is enough, they
     * come as several parameters, or as one with commas.
     */
    static FailureFilter query(Map<String, List<String>> parameters, List<FieldError> errors) {
        Map<Narrowing, List<Object>> narrowings = new EnumMap<>(Narrowing.class);
        for (Narrowing narrowing : Narrowing.values()) {
            Optional.ofNullable(parameters.get(narrowing.wireName()))
                    .ifPresent(texts -> narrowings.put(
                            narrowing, values(narrowing, split(narrowing, texts), narrowing.wireName(), errors)));
        }
        return new FailureFilter(narrowings);
    }

    /** Of the member {@code field} of a body. */
    static FailureFilter json(JsonValue filter, String field, List<FieldError> errors) {
        if (!(filter instanceof JsonObject members)) {
            errors.add(new FieldError(field, "must be an object; {} means all failures"));
            return FailureFilter.EVERYTHING;
        }
        Map<Narrowing, List<Object>> narrowings = new EnumMap<>(Narrowing.class);
        members.forEach((name, value) -> {
            String where = field + '.' + name;
            Optional<Narrowing> known = Arrays.stream(Narrowing.values())
                    .filter(narrowing -> narrowing.wireName().equals(name))
                    .findFirst();
            if (known.isEmpty()) {
                errors.add(new FieldError(where, "is not known here"));
            } else if (value != JsonValue.NULL) {
                narrowings.put(known.get(), values(known.get(), texts(value, where, errors), where, errors));
            }
        });
        return new FailureFilter(narrowings);
    }

    /** @throws ProblemException 400 when there are any */
    static void refuse(String what, List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw Problem.malformed(what, errors).exception();
        }
    }

    private static List<String> split(Narrowing narrowing, List<String> texts) {
        return narrowing.takesMany()
                ? texts.stream().flatMap(text -> Stream.of(text.split(",", -1))).toList()
                : texts;
    }

    private static List<String> texts(JsonValue value, String where, List<FieldError> errors) {
        List<? extends JsonValue> values = value instanceof JsonArray array ? array : List.of(value);
        List<String> texts = new ArrayList<>();
        for (JsonValue one : values) {
            if (one instanceof JsonString text) {
                texts.add(text.getString());
            } else if (one == JsonValue.TRUE || one == JsonValue.FALSE) {
                texts.add(one.toString());
            } else {
                errors.add(new FieldError(where, "must be text, or a list of texts"));
                return List.of("");
            }
        }
        return texts;
    }

    private static List<Object> values(Narrowing narrowing, List<String> texts, String where, List<FieldError> errors) {
        if (texts.isEmpty() || texts.size() > narrowing.most()) {
            String most = narrowing.takesMany() ? "1 to " + narrowing.most() + " values" : "one value";
            errors.add(new FieldError(where, "must have " + most));
            return List.of();
        }
        List<Object> values = new ArrayList<>();
        for (String text : texts) {
            try {
                values.add(narrowing.read(text));
            } catch (IllegalArgumentException notAcceptable) {
                errors.add(new FieldError(where, notAcceptable.getMessage()));
                return List.of();
            }
        }
        return values.stream().distinct().toList();
    }
}
