package org.lethe.redelivery;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import org.lethe.change.BodyMembers;

/** A policy as a JSON object, with each member under its name. */
final class PolicyJson {

    private PolicyJson() {}

    static JsonObject of(Policy policy) {
        return Json.createObjectBuilder()
                .add("maxAttempts", policy.maxAttempts())
                .add("delayMillis", policy.delayMillis())
                .add("multiplier", policy.multiplier())
                .add("jitter", policy.jitter())
                .add("maxDelayMillis", policy.maxDelayMillis())
                .add("expiryMillis", policy.expiryMillis())
                .add("sessions", policy.sessions())
                .add("chunkSize", policy.chunkSize())
                .add("paused", policy.paused())
                .add("maxSizeBytes", policy.maxSizeBytes())
                .add("pageSizeBytes", policy.pageSizeBytes())
                .add("whenFull", policy.whenFull())
                .build();
    }

    /**
     * Reads what {@link #of} wrote, or what a client sent as such.
     *
     * @throws org.lethe.problem.ProblemException 400 with every member that is missing, unknown, or of another type
     */
    static Policy read(JsonObject json) {
        BodyMembers members = new BodyMembers();
        Policy policy = read(members, json, "");
        members.check();
        return policy;
    }

    static Policy read(BodyMembers members, JsonObject json, String prefix) {
        BodyMembers.Of of = members.of(json, prefix);
        Policy policy = new Policy(
                of.integer("maxAttempts"),
                of.whole("delayMillis"),
                of.number("multiplier"),
                of.number("jitter"),
                of.whole("maxDelayMillis"),
                of.whole("expiryMillis"),
                of.integer("sessions"),
                of.integer("chunkSize"),
                of.bool("paused"),
                of.whole("maxSizeBytes"),
                of.whole("pageSizeBytes"),
                of.text("whenFull"));
        of.nothingElse();
        return policy;
    }

    static JsonObject parse(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }
}
