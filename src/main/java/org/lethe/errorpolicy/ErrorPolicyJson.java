package org.lethe.errorpolicy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.lethe.change.BodyMembers;

/** A policy as a JSON object; what is null is left out. */
final class ErrorPolicyJson {

    private ErrorPolicyJson() {}

    static JsonObject of(ErrorPolicy policy) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("name", policy.name())
                .add("match", members(policy.match(), ""))
                .add("action", policy.action().name());
        return addRest(json, policy).build();
    }

    /** Without objects within: what two policies have that is not the same can be told member by member. */
    static JsonObject flat(ErrorPolicy policy) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("name", policy.name())
                .addAll(members(policy.match(), "match."))
                .add("action", policy.action().name());
        return addRest(json, policy).build();
    }

    /** Reads what {@link #of} wrote and was kept. */
    static ErrorPolicy parse(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            BodyMembers members = new BodyMembers();
            ErrorPolicy policy = read(members, reader.readObject(), "");
            members.check();
            return policy;
        }
    }

    /** Reads a policy, and notes every member that is missing, unknown, or of another type. */
    static ErrorPolicy read(BodyMembers members, JsonObject json, String prefix) {
        BodyMembers.Of of = members.of(json, prefix);
        JsonObject match = of.object("match");
        ErrorPolicy policy = new ErrorPolicy(
                of.text("name"),
                match(members.of(match, prefix + "match.")),
                named(ErrorAction.class, of, "action", of.text("action")).orElse(ErrorAction.RETRY),
                of.integerIfThere("maxAttempts").orElse(null),
                of.timeIfThere("until").orElse(null));
        of.nothingElse();
        return policy;
    }

    private static FailureMatch match(BodyMembers.Of of) {
        FailureMatch match = new FailureMatch(
                of.textIfThere("cause").orElse(null),
                of.textIfThere("kind")
                        .flatMap(name -> named(ErrorKind.class, of, "kind", name))
                        .orElse(null),
                of.textIfThere("storage").orElse(null),
                of.textIfThere("queue").orElse(null));
        of.nothingElse();
        return match;
    }

    private static <E extends Enum<E>> Optional<E> named(Class<E> type, BodyMembers.Of of, String member, String name) {
        E[] all = type.getEnumConstants();
        Optional<E> found =
                Arrays.stream(all).filter(one -> one.name().equals(name)).findFirst();
        if (found.isEmpty()) {
            of.wrong(member, "must be one of " + Arrays.toString(all));
        }
        return found;
    }

    private static JsonObjectBuilder members(FailureMatch match, String prefix) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        addIfThere(json, prefix + "cause", match.cause());
        addIfThere(json, prefix + "kind", match.kind());
        addIfThere(json, prefix + "storage", match.storage());
        addIfThere(json, prefix + "queue", match.queue());
        return json;
    }

    private static JsonObjectBuilder addRest(JsonObjectBuilder json, ErrorPolicy policy) {
        if (policy.maxAttempts() != null) {
            json.add("maxAttempts", policy.maxAttempts());
        }
        Instant until = policy.until();
        addIfThere(json, "until", until);
        return json;
    }

    private static void addIfThere(JsonObjectBuilder json, String member, Object value) {
        if (value != null) {
            json.add(member, value.toString());
        }
    }
}
