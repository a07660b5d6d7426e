package org.lethe.upload;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.io.StringReader;
import org.lethe.photo.PhotoView;

/** An upload's outcome as clients see it: the photo, as everywhere, with {@code duplicate} or {@code previouslyDeleted}. */
@ApplicationScoped
class UploadedJson {

    private final Jsonb jsonb = JsonbBuilder.create();

    JsonObject of(Uploaded uploaded) {
        try (JsonReader photo = Json.createReader(new StringReader(jsonb.toJson(PhotoView.of(uploaded.photo()))))) {
            JsonObjectBuilder json = Json.createObjectBuilder(photo.readObject());
            if (uploaded.isDuplicate()) {
                json.add("duplicate", true);
            }
            uploaded.previouslyDeleted()
                    .ifPresent(before -> json.add(
                            "previouslyDeleted",
                            Json.createObjectBuilder()
                                    .add("deletionId", before.deletionId().toString())
                                    .add("deletedAt", before.deletedAt().toString())));
            return json.build();
        }
    }
}
