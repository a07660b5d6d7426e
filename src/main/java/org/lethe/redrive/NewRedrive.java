package org.lethe.redrive;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.lethe.failure.FailureFilter;
import org.lethe.problem.FieldError;
import org.lethe.problem.FieldRule;
import org.lethe.problem.FieldRule.Code;
import org.lethe.problem.Problem;
import org.lethe.problem.ProblemException;

/**
 * What a client sends to {@code POST /admin/redrives}.
 *
 * @param reason why; empty for a dry run, which needs none
 * @param isDryRun whether nothing is to be sent, only counted
 * @param expected how many failures whoever asks believes it to be; empty when any number will do
 */
record NewRedrive(FailureFilter filter, Pace pace, String reason, boolean isDryRun, OptionalLong expected) {

    private static final Set<String> MEMBERS =
            Set.of("filter", "ratePerSecond", "ramp", "stopAtFailureRatio", "dryRun", "reason", "expected");

    private static final int DEFAULT_RATE = 10;
    private static final int MOST_PER_SECOND = 1000;
    private static final List<Integer> DEFAULT_RAMP = List.of(1, 10, 100);
    private static final int MOST_STEPS = 10;
    private static final int LARGEST_STEP = 1_000_000;
    private static final double DEFAULT_RATIO = 0.1;
    private static final int SHORTEST_REASON = 3;
    private static final int LONGEST_REASON = 500;

    /**
     * Reads a body.
     *
     * @throws ProblemException 400 with all that is wrong
     */
    static NewRedrive of(JsonValue body) {
        if (!(body instanceof JsonObject members)) {
            throw Problem.malformed("The operation takes a JSON object.").exception();
        }
        return new Reader(members).read();
    }

    /** Notes what is wrong and goes on, with a value that nobody uses. */
    private static final class Reader {
        private final JsonObject members;
        private final List<FieldError> errors = new ArrayList<>();

        private Reader(JsonObject members) {
            this.members = members;
        }

        NewRedrive read() {
            members.keySet().stream()
                    .filter(member -> !MEMBERS.contains(member))
                    .sorted()
                    .forEach(member -> wrong(member, "is not known here"));
            boolean dryRun = dryRun();
            FailureFilter filter = filter();
            Pace pace = new Pace(rate(), ramp(), ratio());
            String reason = reason(dryRun);
            OptionalLong expected = expected();
            if (!errors.isEmpty()) {
                throw Problem.malformed("This is no redrive that can be made, so nothing is sent.", errors)
                        .exception();
            }
            return new NewRedrive(filter, pace, reason, dryRun, expected);
        }

        private boolean dryRun() {
            JsonValue value = members.getOrDefault("dryRun", JsonValue.FALSE);
            if (value != JsonValue.TRUE && value != JsonValue.FALSE) {
                wrong("dryRun", "must be true or false");
            }
            return value == JsonValue.TRUE;
        }

        /** It must be said: whoever forgets it must not send everything again. */
        private FailureFilter filter() {
            JsonValue value = members.getOrDefault("filter", JsonValue.NULL);
            if (!(value instanceof JsonObject)) {
                wrong("filter", "must be an object; {} is every failure that can be sent again");
                return FailureFilter.EVERYTHING;
            }
            try {
                return FailureFilter.of(value, "filter");
            } catch (ProblemException refused) {
                errors.addAll(refused.problem().errors());
                return FailureFilter.EVERYTHING;
            }
        }

        private int rate() {
            JsonValue value = members.get("ratePerSecond");
            return value == null
                    ? DEFAULT_RATE
                    : whole(value, MOST_PER_SECOND)
                            .orElseGet(() -> wrong(
                                    "ratePerSecond",
                                    "must be a whole number, 1 to " + MOST_PER_SECOND,
                                    FieldRule.of(Code.WHOLE_RANGE, 1, MOST_PER_SECOND),
                                    1));
        }

        private List<Integer> ramp() {
            JsonValue value = members.get("ramp");
            if (value == null) {
                return DEFAULT_RAMP;
            }
            List<Integer> steps = value instanceof JsonArray array
                    ? array.stream()
                            .flatMap(step -> whole(step, LARGEST_STEP).stream())
                            .toList()
                    : List.of();
            boolean all = value instanceof JsonArray array && array.size() == steps.size();
            if (!all || steps.size() > MOST_STEPS) {
                return wrong(
                        "ramp",
                        "must be up to " + MOST_STEPS + " whole numbers, each 1 to " + LARGEST_STEP + "; [] is no ramp",
                        FieldRule.steps(MOST_STEPS, 1, LARGEST_STEP),
                        steps);
            }
            return steps;
        }

        private double ratio() {
            JsonValue value = members.get("stopAtFailureRatio");
            if (value == null) {
                return DEFAULT_RATIO;
            }
            double ratio = value instanceof JsonNumber number ? number.doubleValue() : -1;
            return ratio >= 0 && ratio <= 1
                    ? ratio
                    : wrong("stopAtFailureRatio", "must be a number, 0 to 1", FieldRule.range(0, 1), 0.0);
        }

        private String reason(boolean dryRun) {
            JsonValue value = members.get("reason");
            if (value == null && dryRun) {
                return "";
            }
            String text =
                    value instanceof JsonString string ? string.getString().strip() : "";
            boolean sayable = text.length() >= SHORTEST_REASON
                    && text.length() <= LONGEST_REASON
                    && text.chars().noneMatch(Character::isISOControl);
            return sayable
                    ? text
                    : wrong(
                            "reason",
                            "must say why in " + SHORTEST_REASON + " to " + LONGEST_REASON
                                    + " characters, without control characters",
                            FieldRule.length(SHORTEST_REASON, LONGEST_REASON),
                            "");
        }

        private OptionalLong expected() {
            JsonValue value = members.get("expected");
            if (value == null) {
                return OptionalLong.empty();
            }
            if (value instanceof JsonNumber number && number.isIntegral()) {
                double size = number.doubleValue();
                if (size >= 0 && size <= Integer.MAX_VALUE) {
                    return OptionalLong.of((long) size);
                }
            }
            wrong("expected", "must be a whole number, 0 or more");
            return OptionalLong.empty();
        }

        private static Optional<Integer> whole(JsonValue value, int most) {
            if (!(value instanceof JsonNumber number) || !number.isIntegral()) {
                return Optional.empty();
            }
            double size = number.doubleValue();
            return size >= 1 && size <= most ? Optional.of((int) size) : Optional.empty();
        }

        private <T> T wrong(String member, String message, FieldRule rule, T unused) {
            errors.add(new FieldError(member, message, rule));
            return unused;
        }

        private void wrong(String member, String message) {
            errors.add(new FieldError(member, message));
        }
    }
}
