package org.lethe.it;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/** A redrive, as an operator follows it. */
public final class Redrive {
    private final LetheClient operator;
    private final String path;

    private Redrive(LetheClient operator, String id) {
        this.operator = operator;
        this.path = "api/admin/redrives/" + id;
    }

    /** Starts one of the failures of a deletion; {@code pace} is JSON of further members, such as {@code "ramp": []}. */
    public static Redrive start(LetheClient operator, UUID deletion, String pace) {
        return new Redrive(
                operator,
                operator.post("api/admin/redrives", body(deletion, pace))
                        .expect(202)
                        .json()
                        .getString("id"));
    }

    /** The body of the request that starts one. */
    public static String body(UUID deletion, String pace) {
        return "{\"filter\": {\"deletion\": \"%s\"}, %s, \"reason\": \"A test\"}".formatted(deletion, pace);
    }

    public String path() {
        return path;
    }

    /** How it is now. */
    public JsonObject json() {
        return operator.get(path).expect(200).json();
    }

    public String state() {
        return json().getString("state");
    }

    /** How many items are there, as in {@code waiting}. */
    public int count(String where) {
        return json().getJsonObject("counts").getInt(where);
    }

    /** Waits until it is in a state. */
    public Redrive await(String state) {
        return await("to be " + state, now -> now.getString("state").equals(state));
    }

    /** Waits until it is as somebody wishes. */
    public Redrive await(String what, Predicate<JsonObject> wish) {
        Awaitility.await("the redrive " + what).atMost(LetheClient.DEADLINE).until(this::json, wish);
        return this;
    }

    /** Has a person pause or resume it. */
    public Redrive act(String act) {
        operator.post(path + '/' + act).expect(200);
        return this;
    }

    /** Has a person pause or resume it, and say why. */
    public Redrive act(String act, String reason) {
        operator.post(path + '/' + act, "{\"reason\": \"" + reason + "\"}").expect(200);
        return this;
    }

    public Redrive cancel() {
        operator.delete(path).expect(200);
        return this;
    }

    /** In the order in which they go. */
    public List<Item> items() {
        return operator.get(path + "/items?limit=500").expect(200).items().stream()
                .map(item -> new Item(item.asJsonObject()))
                .toList();
    }

    /** What belongs to it. */
    public record Item(JsonObject json) {
        public UUID failure() {
            return UUID.fromString(json.getString("failureId"));
        }

        public String outcome() {
            return json.getString("outcome");
        }

        public String why() {
            return json.getString("why");
        }

        public Instant sentAt() {
            return Instant.parse(json.getString("sentAt"));
        }

        public Instant endedAt() {
            return Instant.parse(json.getString("endedAt"));
        }
    }
}
