package org.lethe.it;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.UUID;

/**
 * A failure as operators see it.
 *
 * @param timeline what happened, oldest first; empty in lists
 * @param json everything that was answered
 */
public record Failure(
        UUID id, String kind, String state, String queue, String cause, List<String> timeline, JsonObject json) {
    static Failure of(JsonObject json) {
        return new Failure(
                UUID.fromString(json.getString("id")),
                json.getString("kind"),
                json.getString("state"),
                json.getString("queue"),
                json.getString("cause"),
                timelineOf(json),
                json);
    }

    /** The storage, or an empty text when the failure is not about one. */
    public String storage() {
        return json.getString("storage", "");
    }

    private static List<String> timelineOf(JsonObject json) {
        JsonValue timeline = json.getOrDefault("timeline", JsonValue.NULL);
        return timeline == JsonValue.NULL
                ? List.of()
                : timeline.asJsonArray().stream()
                        .map(event -> event.asJsonObject().getString("what"))
                        .toList();
    }
}
