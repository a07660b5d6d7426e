package org.lethe.problem;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The rule that a field breaks, for a program that says it in words and units of its own. Immutable.
 *
 * @param code which rule
 * @param figures its bounds, in the unit that the field has in the API
 */
public record FieldRule(Code code, Map<String, Number> figures) {

    /** By these names they are told; the console has words for each. */
    public enum Code {
        /** It is missing. */
        REQUIRED,
        NUMBER,
        WHOLE_NUMBER,
        /** A number of {@code min} to {@code max}. */
        RANGE,
        /** A whole number of {@code min} to {@code max}. */
        WHOLE_RANGE,
        /** 0, which means something else, or {@code min} to {@code max}. */
        ZERO_OR_RANGE,
        /** {@code value} and no other. */
        ONLY,
        /** A text of {@code min} to {@code max} characters, without control characters. */
        LENGTH,
        /** A list of {@code min} to {@code max}. */
        COUNT,
        /** A list of at most {@code most} whole numbers, each {@code min} to {@code max}. */
        STEPS,
        /** A moment that is still to come, within {@code days}. */
        MOMENT_TO_COME,
        /** What such failures did is undone, so nothing can be settled at once. */
        UNDONE_NOT_SETTLED,
        /** What was accepted is planned, whatever fails. */
        PLANNING_GOES_ON,
        /** Such are tried as often as their queue makes. */
        ATTEMPTS_OF_QUEUE
    }

    private static final String MIN = "min";
    private static final String MAX = "max";

    public FieldRule {
        requireNonNull(code);
        figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
    }

    /** One without figures. */
    public static FieldRule of(Code code) {
        return new FieldRule(code, Map.of());
    }

    /** Of a code that has a least and a most. */
    public static FieldRule of(Code code, Number min, Number max) {
        Map<String, Number> bounds = new LinkedHashMap<>();
        bounds.put(MIN, min);
        bounds.put(MAX, max);
        return new FieldRule(code, bounds);
    }

    public static FieldRule range(Number min, Number max) {
        return of(Code.RANGE, min, max);
    }

    public static FieldRule only(Number value) {
        return new FieldRule(Code.ONLY, Map.of("value", value));
    }

    public static FieldRule length(int min, int max) {
        return of(Code.LENGTH, min, max);
    }

    public static FieldRule steps(int most, int min, int max) {
        Map<String, Number> bounds = new LinkedHashMap<>();
        bounds.put("most", most);
        bounds.put(MIN, min);
        bounds.put(MAX, max);
        return new FieldRule(Code.STEPS, bounds);
    }

    public static FieldRule momentToCome(int days) {
        return new FieldRule(Code.MOMENT_TO_COME, Map.of("days", days));
    }
}
