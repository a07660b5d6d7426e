package org.lethe.it;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** What becomes of failures, as an administrator sets it. */
public final class ErrorPolicies {
    public static final String PATH = "api/admin/error-policies";

    private final LetheClient admin;

    public ErrorPolicies(LetheClient admin) {
        this.admin = admin;
    }

    /** One that holds until it is closed. */
    public Added add(JsonObject policy) {
        Answer answer = admin.post(PATH, body(policy)).expect(201);
        return new Added(UUID.fromString(answer.json().getString("id")), answer);
    }

    /** Files that can never be removed are tried again and again until it is closed. */
    public Added retryingWhatIsNoFile() {
        return add(policy("RETRY", Map.of("cause", "not a plain file")));
    }

    public static JsonObject policy(String action, Map<String, String> match) {
        return policyOf(action, match).build();
    }

    public static JsonObject policy(String action, Map<String, String> match, int maxAttempts) {
        return policyOf(action, match).add("maxAttempts", maxAttempts).build();
    }

    public static JsonObject policy(String action, Map<String, String> match, Instant until) {
        return policyOf(action, match).add("until", until.toString()).build();
    }

    public static JsonObject body(JsonObject policy) {
        return Json.createObjectBuilder()
                .add("policy", policy)
                .add("reason", "The test wants it so")
                .build();
    }

    private static JsonObjectBuilder policyOf(String action, Map<String, String> match) {
        JsonObjectBuilder members = Json.createObjectBuilder();
        match.forEach(members::add);
        return Json.createObjectBuilder()
                .add("name", "Test " + action)
                .add("match", members)
                .add("action", action);
    }

    /** A policy that was added. */
    public final class Added implements AutoCloseable {
        private final UUID id;
        private final Answer answer;

        private Added(UUID id, Answer answer) {
            this.id = id;
            this.answer = answer;
        }

        public UUID id() {
            return id;
        }

        /** As it was answered when it was added. */
        public Answer answer() {
            return answer;
        }

        public String path() {
            return PATH + '/' + id;
        }

        public Answer put(JsonObject policy, String tag) {
            return admin.send(admin.request(path())
                    .header("Content-Type", "application/json")
                    .header("If-Match", tag)
                    .PUT(BodyPublishers.ofString(body(policy).toString())));
        }

        @Override
        public void close() {
            admin.send(admin.request(path() + "?reason=The+test+is+over")
                            .header("If-Match", "*")
                            .DELETE())
                    .expect(204);
        }
    }
}
