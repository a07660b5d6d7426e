package org.lethe.deletion;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.lethe.change.BodyMembers;
import org.lethe.change.Reason;
import org.lethe.problem.FieldError;
import org.lethe.problem.Problem;
import org.lethe.problem.ProblemException;
import org.lethe.storage.StorageId;

/**
 * Which of the removals that are held a person lets go, and why.
 *
 * @param ids empty for all
 * @param storage empty for any
 * @param expected how many removals whoever asks believes it to be; empty when any number will do
 */
record HeldToRelease(Set<Long> ids, Optional<StorageId> storage, OptionalLong expected, String reason) {

    private static final int MOST_IDS = 1_000;

    /**
     * Reads a body.
     *
     * @throws ProblemException 400 or 422 with all that is wrong with it
     */
    static HeldToRelease of(JsonValue body) {
        if (!(body instanceof JsonObject object)) {
            throw Problem.malformed("The operation takes a JSON object.").exception();
        }
        BodyMembers members = new BodyMembers();
        BodyMembers.Of top = members.of(object, "");
        Set<Long> ids = ids(top, top.valuesIfThere("removalIds"));
        Optional<StorageId> storage = top.textIfThere("storage").flatMap(name -> storage(top, name));
        OptionalLong expected = expected(top, top.wholeIfThere("expected"));
        String reason = top.text("reason");
        top.nothingElse();
        members.check();
        List<FieldError> faults = Reason.faultsOf(reason);
        if (!faults.isEmpty()) {
            throw Problem.unprocessable("unprocessable", "Nothing was released.", Map.of())
                    .withErrors(faults)
                    .exception();
        }
        return new HeldToRelease(ids, storage, expected, reason.strip());
    }

    private static Set<Long> ids(BodyMembers.Of top, List<JsonValue> values) {
        if (values.size() > MOST_IDS) {
            top.wrong("removalIds", "must be at most " + MOST_IDS);
        }
        Set<Long> ids = new LinkedHashSet<>();
        for (JsonValue value : values) {
            Optional<Long> id = id(value);
            if (id.isEmpty()) {
                top.wrong("removalIds", "must be numbers of removals");
                return Set.of();
            }
            ids.add(id.get());
        }
        return ids;
    }

    private static Optional<Long> id(JsonValue value) {
        try {
            return value instanceof JsonNumber number ? Optional.of(number.longValueExact()) : Optional.empty();
        } catch (ArithmeticException notWhole) {
            return Optional.empty();
        }
    }

    private static OptionalLong expected(BodyMembers.Of top, Optional<Long> number) {
        if (number.filter(said -> said < 0).isPresent()) {
            top.wrong("expected", "must be 0 or more");
        }
        return number.map(OptionalLong::of).orElseGet(OptionalLong::empty);
    }

    private static Optional<StorageId> storage(BodyMembers.Of top, String name) {
        try {
            return Optional.of(StorageId.of(name));
        } catch (IllegalArgumentException none) {
            top.wrong("storage", "must be main or backup");
            return Optional.empty();
        }
    }
}
