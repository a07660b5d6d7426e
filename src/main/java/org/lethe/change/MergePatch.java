package org.lethe.change;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.lethe.problem.FieldError;
import org.lethe.problem.Problem;
import org.lethe.problem.ProblemException;

/**
 * A change of some members of a resource (RFC 7396): what is absent stays as it is, null removes. Read the members, then
 * {@link #check}, which tells all faults at once. One thread at a time.
 */
public final class MergePatch {

    private final JsonObject members;
    private final List<FieldError> errors = new ArrayList<>();

    private MergePatch(JsonObject members) {
        this.members = members;
    }

    /**
     * Reads a body.
     *
     * @param known the members that can be changed
     * @throws ProblemException 400 when it is no JSON object, names none of them, or names another
     */
    public static MergePatch of(JsonValue body, String... known) {
        if (!(body instanceof JsonObject members) || members.isEmpty()) {
            throw Problem.malformed("Send a JSON object with at least one of " + String.join(", ", known) + ".")
                    .exception();
        }
        MergePatch patch = new MergePatch(members);
        TreeSet<String> unknown = new TreeSet<>(members.keySet());
        unknown.removeAll(List.of(known));
        unknown.forEach(member -> patch.wrong(member, "cannot be changed; these can: " + String.join(", ", known)));
        patch.check();
        return patch;
    }

    /** Whether the client wants the member changed or removed. */
    public boolean names(String member) {
        return members.containsKey(member);
    }

    /**
     * A text; empty when it is to be removed, or when it is no text of 1 to {@code most} characters, which is noted.
     * Spaces around it go.
     */
    public Optional<String> text(String member, int most) {
        JsonValue value = members.get(member);
        if (value == null || value == JsonValue.NULL) {
            return Optional.empty();
        }
        String text = value instanceof JsonString string ? string.getString().strip() : "";
        if (text.isEmpty() || text.length() > most || text.chars().anyMatch(Character::isISOControl)) {
            return wrong(member, "must be a text of 1 to " + most + " characters, without control characters");
        }
        return Optional.of(text);
    }

    /** An id; empty when it is to be removed, or when it is no UUID, which is noted. */
    public Optional<UUID> id(String member) {
        JsonValue value = members.get(member);
        if (value == null || value == JsonValue.NULL) {
            return Optional.empty();
        }
        try {
            return Optional.of(UUID.fromString(value instanceof JsonString string ? string.getString() : ""));
        } catch (IllegalArgumentException notAnId) {
            return wrong(member, "is not a UUID");
        }
    }

    /** Notes that the member must stay: it can be changed, not removed. */
    public void requireKept(String member) {
        if (members.get(member) == JsonValue.NULL) {
            wrong(member, "cannot be removed");
        }
    }

    /**
     * Lets a change go on in which no fault was noted.
     *
     * @throws ProblemException 400 with every fault that was
     */
    public void check() {
        if (!errors.isEmpty()) {
            throw Problem.malformed("Some members are not acceptable, so nothing was changed.", errors)
                    .exception();
        }
    }

    private <T> Optional<T> wrong(String member, String what) {
        errors.add(new FieldError(member, what));
        return Optional.empty();
    }
}
