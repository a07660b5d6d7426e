package org.lethe.it.rest;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.lethe.it.Answer;
import org.lethe.it.Lethe;
import org.lethe.it.LetheClient;

/** The redelivery of one queue, as an administrator works with it. */
final class Redelivery {
    private final Lethe lethe;
    private final LetheClient admin;
    private final String path;

    Redelivery(Lethe lethe, LetheClient admin, String queue) {
        this.lethe = lethe;
        this.admin = admin;
        this.path = "api/admin/redelivery/" + queue;
    }

    String path() {
        return path;
    }

    Answer get() {
        return admin.get(path).expect(200);
    }

    JsonObject now() {
        return get().json();
    }

    JsonObject policy() {
        return now().getJsonObject("policy");
    }

    String tag() {
        return get().header("ETag").orElseThrow();
    }

    /** Puts the present policy with these members changed, as names and values in turn. */
    JsonObject change(Object... members) {
        return put(with(policy(), members), tag()).expect(200).json();
    }

    Answer put(JsonObject policy, String tag) {
        return put(body(policy).toString(), tag);
    }

    Answer put(String body, String tag) {
        return admin.send(admin.request(path)
                .header("Content-Type", "application/json")
                .header("If-Match", tag)
                .PUT(BodyPublishers.ofString(body)));
    }

    Answer post(String operation, JsonObject body) {
        return admin.send(admin.request(path + '/' + operation)
                .header("Content-Type", "application/json")
                .header("If-Match", tag())
                .POST(BodyPublishers.ofString(body.toString())));
    }

    Answer settle(String keep) {
        return post(
                "drift",
                Json.createObjectBuilder()
                        .add("keep", keep)
                        .add("reason", "It was changed by hand")
                        .build());
    }

    Answer restore(int version) {
        return post(
                "versions/" + version + "/restore",
                Json.createObjectBuilder().add("reason", "As it was before").build());
    }

    static JsonObject body(JsonObject policy) {
        return Json.createObjectBuilder()
                .add("policy", policy)
                .add("reason", "A test wants it so")
                .build();
    }

    static JsonObject with(JsonObject policy, Object... members) {
        var changed = Json.createObjectBuilder(policy);
        for (int i = 0; i < members.length; i += 2) {
            changed.add((String) members[i], value(members[i + 1]));
        }
        return changed.build();
    }

    private static JsonValue value(Object value) {
        if (value instanceof Boolean bool) {
            return bool ? JsonValue.TRUE : JsonValue.FALSE;
        }
        return value instanceof Number number
                ? Json.createValue(new BigDecimal(number.toString()))
                : Json.createValue((String) value);
    }

    /** How long the broker waited after each failed attempt of a deletion, in milliseconds. */
    List<Long> waitsOf(UUID deletion) {
        List<Long> waits = new ArrayList<>();
        List<Attempt> attempts = lethe.database()
                .rows(
                        "select started_at, took_ms from removal_attempt where deletion_id = ? and counted order by started_at",
                        row -> new Attempt(row.getTimestamp(1).toInstant(), row.getLong(2)),
                        deletion);
        for (int i = 1; i < attempts.size(); i++) {
            waits.add(attempts.get(i).startedAt.toEpochMilli()
                    - attempts.get(i - 1).startedAt.toEpochMilli()
                    - attempts.get(i - 1).tookMillis);
        }
        return waits;
    }

    private record Attempt(Instant startedAt, long tookMillis) {}
}
