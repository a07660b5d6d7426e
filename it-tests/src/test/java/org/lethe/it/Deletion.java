package org.lethe.it;

import jakarta.json.JsonObject;
import java.util.UUID;

/**
 * A deletion as its owner sees it. Files are counted once for each storage.
 *
 * @param json everything that was answered
 */
public record Deletion(
        UUID id,
        String state,
        long photos,
        long requested,
        long goneOnMain,
        long goneOnBackup,
        long waiting,
        long failed,
        JsonObject json) {
    public static Deletion of(JsonObject json) {
        JsonObject files = json.getJsonObject("files");
        JsonObject gone = files.getJsonObject("gone");
        return new Deletion(
                UUID.fromString(json.getString("id")),
                json.getString("state"),
                number(json, "photos"),
                number(files, "requested"),
                number(gone, "main"),
                number(gone, "backup"),
                number(files, "waiting"),
                number(files, "failed"),
                json);
    }

    /** Whether nothing will happen any more by itself. */
    public boolean isOver() {
        return state.startsWith("COMPLETED") || state.equals("RESTORED") || state.equals("CANCELLED");
    }

    /** Itself; at every moment each file is in exactly one place. */
    Deletion requireAddsUp() {
        long waived = number(json.getJsonObject("files"), "waived");
        if (goneOnMain + goneOnBackup + waiting + failed + waived != requested) {
            throw new AssertionError("The figures do not add up: " + json);
        }
        return this;
    }

    private static long number(JsonObject json, String name) {
        return json.getJsonNumber(name).longValue();
    }
}
