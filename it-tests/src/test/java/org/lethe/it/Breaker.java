package org.lethe.it;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;

/** A storage and its breaker, as somebody works with them. */
public final class Breaker {
    private final LetheClient who;
    private final String path;

    public Breaker(LetheClient who, String storage) {
        this.who = who;
        this.path = "api/admin/storages/" + storage;
    }

    public JsonObject storage() {
        return who.get(path).expect(200).json();
    }

    public JsonObject now() {
        return storage().getJsonObject("breaker");
    }

    public String state() {
        return now().getString("state");
    }

    /** The states that it came into, the newest first. */
    public List<String> history() {
        return storage().getJsonArray("history").getValuesAs(JsonObject.class).stream()
                .map(change -> change.getString("state"))
                .toList();
    }

    public Answer act(String what) {
        return who.post(path + "/breaker/" + what, "{\"reason\": \"A test wants it so\"}");
    }

    /** Opens at the third error, and is probed several times a second. */
    public void quick() {
        limit(3);
    }

    /** Never opens by itself, as in every test that does not want it. */
    public void never() {
        limit(0);
    }

    private void limit(int errors) {
        put(limits(errors, 60_000, 200, 1000, 2), tag()).expect(200);
    }

    public String tag() {
        return who.get(path).header("ETag").orElseThrow();
    }

    public Answer put(JsonValue limits, String tag) {
        String body = Json.createObjectBuilder()
                .add("limits", limits)
                .add("reason", "A test wants it so")
                .build()
                .toString();
        return who.send(who.request(path + "/breaker")
                .header("Content-Type", "application/json")
                .header("If-Match", tag)
                .PUT(BodyPublishers.ofString(body)));
    }

    public static JsonObject limits(int errors, long window, long interval, long longest, int successes) {
        return Json.createObjectBuilder()
                .add("errors", errors)
                .add("windowMillis", window)
                .add("probeIntervalMillis", interval)
                .add("longestProbeIntervalMillis", longest)
                .add("successes", successes)
                .build();
    }
}
