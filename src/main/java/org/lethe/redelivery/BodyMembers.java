package org.lethe.redelivery;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.lethe.problem.FieldError;
import org.lethe.problem.Problem;
import org.lethe.problem.ProblemException;

/**
 * Reads members of a body that is a whole document: each must be there, of its type, and no other. Notes what is wrong
 * and goes on; {@link #check} tells all of it. One thread at a time.
 */
final class BodyMembers {

    private final List<FieldError> errors = new ArrayList<>();

    /** The members of an object; of null, of one without any. */
    Of of(JsonObject object, String prefix) {
        return new Of(object == null ? JsonValue.EMPTY_JSON_OBJECT : object, prefix);
    }

    /** @throws ProblemException 400 with all that was wrong */
    void check() {
        if (!errors.isEmpty()) {
            throw Problem.malformed("The body is not the document that this operation takes.", errors)
                    .exception();
        }
    }

    /** What was wrong is answered with a value that nobody uses. */
    final class Of {
        private final JsonObject object;
        private final String prefix;
        private final Set<String> known = new HashSet<>();

        private Of(JsonObject object, String prefix) {
            this.object = object;
            this.prefix = prefix;
        }

        int integer(String member) {
            long value = whole(member);
            if (value != (int) value) {
                wrong(member, "must be a whole number of 32 bits");
            }
            return (int) value;
        }

        long whole(String member) {
            if (value(member) instanceof JsonNumber number) {
                try {
                    return number.bigDecimalValue().longValueExact();
                } catch (ArithmeticException notWhole) {
                    wrong(member, "must be a whole number");
                }
            } else {
                wrong(member, "must be a whole number");
            }
            return 0;
        }

        double number(String member) {
            if (value(member) instanceof JsonNumber number) {
                return number.doubleValue();
            }
            wrong(member, "must be a number");
            return 0;
        }

        boolean bool(String member) {
            JsonValue value = value(member);
            if (value != JsonValue.TRUE && value != JsonValue.FALSE) {
                wrong(member, "must be true or false");
            }
            return value == JsonValue.TRUE;
        }

        String text(String member) {
            if (value(member) instanceof JsonString text) {
                return text.getString();
            }
            wrong(member, "must be text");
            return "";
        }

        /** Null when it is none, which is noted. */
        JsonObject object(String member) {
            if (value(member) instanceof JsonObject found) {
                return found;
            }
            wrong(member, "must be an object");
            return null;
        }

        void nothingElse() {
            object.keySet().stream()
                    .filter(member -> !known.contains(member))
                    .sorted()
                    .forEach(member -> wrong(member, "is not known here"));
        }

        private JsonValue value(String member) {
            known.add(member);
            return object.get(member);
        }

        private void wrong(String member, String what) {
            errors.add(new FieldError(
                    prefix + member, object.containsKey(member) ? what : "is missing: the document is put as a whole"));
        }
    }
}
