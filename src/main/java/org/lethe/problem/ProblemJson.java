package org.lethe.problem;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** A problem as {@code application/problem+json}. */
public final class ProblemJson {

    static final String MEDIA_TYPE = "application/problem+json";

    private ProblemJson() {}

    /**
     * The members of RFC 9457, and those of the problem.
     *
     * @param instance the path that was asked for
     */
    public static JsonObject of(Problem problem, String instance) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("type", problem.type().toString())
                .add("title", problem.title())
                .add("status", problem.status())
                .add("detail", problem.detail())
                .add("instance", instance);
        if (!problem.errors().isEmpty()) {
            json.add("errors", errors(problem.errors()));
        }
        problem.retryAfter().ifPresent(wait -> json.add("retryAfterSeconds", wait.toSeconds()));
        problem.extra().forEach((name, value) -> json.add(name, value(value)));
        return json.build();
    }

    private static JsonArray errors(List<FieldError> errors) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        errors.forEach(error -> array.add(error(error)));
        return array.build();
    }

    private static JsonObjectBuilder error(FieldError error) {
        JsonObjectBuilder json =
                Json.createObjectBuilder().add("field", error.field()).add("message", error.message());
        error.rule().ifPresent(rule -> json.add("code", rule.code().name()).add("figures", value(rule.figures())));
        return json;
    }

    private static JsonValue value(Object value) {
        if (value instanceof JsonValue json) {
            return json;
        }
        if (value instanceof Collection<?> collection) {
            JsonArrayBuilder array = Json.createArrayBuilder();
            collection.forEach(element -> array.add(value(element)));
            return array.build();
        }
        if (value instanceof Map<?, ?> map) {
            JsonObjectBuilder object = Json.createObjectBuilder();
            map.forEach((name, member) -> object.add(String.valueOf(name), value(member)));
            return object.build();
        }
        return scalar(value);
    }

    private static JsonValue scalar(Object value) {
        if (value instanceof Boolean bool) {
            return bool ? JsonValue.TRUE : JsonValue.FALSE;
        }
        if (value instanceof Long || value instanceof Integer) {
            return Json.createValue(((Number) value).longValue());
        }
        if (value instanceof Number number) {
            return Json.createValue(number.doubleValue());
        }
        return Json.createValue(String.valueOf(value));
    }
}
