package org.lethe.change;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lethe.problem.FieldError;
import org.lethe.problem.FieldRule;
import org.lethe.problem.FieldRule.Code;
import org.lethe.problem.Problem;
import org.lethe.problem.ProblemException;

/**
 * Reads members of a body that is a whole document: each must be there, of its type, and no other. Of one that may be
 * left out, null counts as left out. Notes what is wrong and goes on; {@link #check} tells all of it. One thread at a time.
 */
public final class BodyMembers {

    private final List<FieldError> errors = new ArrayList<>();

    /** The members of an object; of null, of one without any. */
    public Of of(JsonObject object, String prefix) {
        return new Of(object == null ? JsonValue.EMPTY_JSON_OBJECT : object, prefix);
    }

    /**
     * Lets the body pass in which no fault was noted.
     *
     * @throws ProblemException 400 with all that was wrong
     */
    public void check() {
        if (!errors.isEmpty()) {
            throw Problem.malformed("The body is not the document that this operation takes.", errors)
                    .exception();
        }
    }

    /** What was wrong is answered with a value that nobody uses. */
    public final class Of {
        private final JsonObject object;
        private final String prefix;
        private final Set<String> known = new HashSet<>();

        private Of(JsonObject object, String prefix) {
            this.object = object;
            this.prefix = prefix;
        }

        public int integer(String member) {
            long value = whole(member);
            if (value != (int) value) {
                wrong(member, "must be a whole number of 32 bits", Code.WHOLE_NUMBER);
            }
            return (int) value;
        }

        public long whole(String member) {
            if (value(member) instanceof JsonNumber number) {
                try {
                    return number.bigDecimalValue().longValueExact();
                } catch (ArithmeticException notWhole) {
                    wrong(member, "must be a whole number", Code.WHOLE_NUMBER);
                }
            } else {
                wrong(member, "must be a whole number", Code.WHOLE_NUMBER);
            }
            return 0;
        }

        public double number(String member) {
            if (value(member) instanceof JsonNumber number) {
                return number.doubleValue();
            }
            wrong(member, "must be a number", Code.NUMBER);
            return 0;
        }

        public boolean bool(String member) {
            JsonValue value = value(member);
            if (value != JsonValue.TRUE && value != JsonValue.FALSE) {
                wrong(member, "must be true or false");
            }
            return value == JsonValue.TRUE;
        }

        public String text(String member) {
            if (value(member) instanceof JsonString text) {
                return text.getString();
            }
            wrong(member, "must be text");
            return "";
        }

        /** Null when it is none, which is noted. */
        public JsonObject object(String member) {
            if (value(member) instanceof JsonObject found) {
                return found;
            }
            wrong(member, "must be an object");
            return null;
        }

        /** A text that may be left out; empty also when it is none, which is noted. */
        public Optional<String> textIfThere(String member) {
            return isThere(member) ? Optional.of(text(member)) : Optional.empty();
        }

        /** A whole number, of up to 64 bits, that may be left out. */
        public Optional<Long> wholeIfThere(String member) {
            return isThere(member) ? Optional.of(whole(member)) : Optional.empty();
        }

        /** A whole number of 32 bits that may be left out. */
        public Optional<Integer> integerIfThere(String member) {
            return isThere(member) ? Optional.of(integer(member)) : Optional.empty();
        }

        /** A moment (ISO 8601, with its zone) that may be left out; empty also when it is none, which is noted. */
        public Optional<Instant> timeIfThere(String member) {
            return textIfThere(member).flatMap(text -> time(member, text));
        }

        /** A list that may be left out; empty also when it is none, which is noted. */
        public List<JsonValue> valuesIfThere(String member) {
            if (!isThere(member)) {
                return List.of();
            }
            if (value(member) instanceof JsonArray array) {
                return List.copyOf(array);
            }
            wrong(member, "must be a list");
            return List.of();
        }

        public void nothingElse() {
            object.keySet().stream()
                    .filter(member -> !known.contains(member))
                    .sorted()
                    .forEach(member -> wrong(member, "is not known here"));
        }

        private boolean isThere(String member) {
            JsonValue value = value(member);
            return value != null && value != JsonValue.NULL;
        }

        private Optional<Instant> time(String member, String text) {
            try {
                return Optional.of(OffsetDateTime.parse(text).toInstant());
            } catch (DateTimeParseException notATime) {
                wrong(member, "must be a moment such as 2031-12-01T06:00:00Z");
                return Optional.empty();
            }
        }

        private JsonValue value(String member) {
            known.add(member);
            return object.get(member);
        }

        /** Notes a fault of a member. */
        public void wrong(String member, String what) {
            wrong(member, what, Optional.empty());
        }

        private void wrong(String member, String what, Code code) {
            wrong(member, what, Optional.of(code));
        }

        private void wrong(String member, String what, Optional<Code> code) {
            errors.add(
                    object.containsKey(member)
                            ? new FieldError(prefix + member, what, code.map(FieldRule::of))
                            : new FieldError(
                                    prefix + member,
                                    "is missing: the document is put as a whole",
                                    FieldRule.of(Code.REQUIRED)));
        }
    }
}
