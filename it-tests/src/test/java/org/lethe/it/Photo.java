package org.lethe.it;

import jakarta.json.JsonObject;
import java.util.UUID;

/** A photo as its owner sees it. */
public record Photo(UUID id, UUID albumId, String filename, String contentType, long bytes, String sha256) {
    static Photo of(JsonObject json) {
        return new Photo(
                UUID.fromString(json.getString("id")),
                UUID.fromString(json.getString("albumId")),
                json.getString("filename", ""),
                json.getString("contentType"),
                json.getJsonNumber("bytes").longValue(),
                json.getString("sha256"));
    }
}
