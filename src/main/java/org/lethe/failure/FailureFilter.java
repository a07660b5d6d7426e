package org.lethe.failure;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.lethe.problem.FieldError;
import org.lethe.problem.ProblemException;

/**
 * Which failures are meant: of each narrowing any of its values is enough, and all narrowings count. The same in lists,
 * as CSV, for acts and for redrives. Immutable.
 */
public record FailureFilter(Map<Narrowing, List<Object>> narrowings) {

    /** All of them. */
    public static final FailureFilter EVERYTHING = new FailureFilter(Map.of());

    /** Those that wait for a person. */
    static final Set<FailureState> WAITING = EnumSet.of(FailureState.OPEN, FailureState.ASSIGNED);

    /** Looked up once: {@code Json} would search every archive for it each time. */
    private static final JsonProvider JSON = JsonProvider.provider();

    public FailureFilter {
        Map<Narrowing, List<Object>> copy = new EnumMap<>(Narrowing.class);
        narrowings.forEach((narrowing, values) -> copy.put(narrowing, List.copyOf(values)));
        narrowings = Collections.unmodifiableMap(copy);
    }

    /**
     * Reads the member {@code field} of a body: an object with names of narrowings and their values, each one text, or a
     * list of texts.
     *
     * @throws ProblemException 400 with all that is wrong; what is not known is, too: it would have been meant to narrow
     */
    public static FailureFilter of(JsonValue filter, String field) {
        List<FieldError> errors = new ArrayList<>();
        FailureFilter read = ReadFilter.json(filter, field, errors);
        ReadFilter.refuse("The body is not what this operation takes.", errors);
        return read;
    }

    /** As {@link #of} reads it. */
    public JsonObject toJson() {
        JsonObjectBuilder json = JSON.createObjectBuilder();
        texts().forEach((name, values) -> {
            JsonArrayBuilder array = JSON.createArrayBuilder();
            values.forEach(array::add);
            json.add(name, array);
        });
        return json.build();
    }

    /** The values as texts, by the names of the narrowings. */
    Map<String, List<String>> texts() {
        return narrowings.entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> entry.getKey().wireName(),
                        entry -> entry.getValue().stream().map(Narrowing::write).toList(),
                        (one, other) -> one,
                        java.util.LinkedHashMap::new));
    }

    /** Those of them that may become this at this moment, as far as their states and kinds say. */
    public FailureFilter thatCanBe(FailureState next) {
        Set<FailureState> before = Arrays.stream(FailureState.values())
                .filter(state -> state.next().contains(next))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(FailureState.class)));
        FailureFilter possible = onlyIn(Narrowing.STATE, before);
        return next == FailureState.RETRIED
                ? possible.onlyIn(Narrowing.KIND, EnumSet.complementOf(EnumSet.of(FailureKind.MESSAGE)))
                : possible;
    }

    boolean has(Narrowing narrowing) {
        return narrowings.containsKey(narrowing);
    }

    /** Narrowed by these values, whatever it was narrowed by before. */
    FailureFilter with(Narrowing narrowing, Collection<?> values) {
        Map<Narrowing, List<Object>> changed = new EnumMap<>(Narrowing.class);
        changed.putAll(narrowings);
        changed.put(narrowing, List.copyOf(values));
        return new FailureFilter(changed);
    }

    FailureFilter without(Narrowing narrowing) {
        Map<Narrowing, List<Object>> changed = new EnumMap<>(Narrowing.class);
        changed.putAll(narrowings);
        changed.remove(narrowing);
        return new FailureFilter(changed);
    }

    /** Narrowed by these values as well; by none at all, when it has none of them: nothing matches. */
    FailureFilter onlyIn(Narrowing narrowing, Collection<?> values) {
        return with(
                narrowing,
                values.stream()
                        .filter(value ->
                                !has(narrowing) || narrowings.get(narrowing).contains(value))
                        .toList());
    }
}
