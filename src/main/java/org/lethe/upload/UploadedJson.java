package org.lethe.upload;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.io.StringReader;
import org.lethe.photo.PhotoView;
import org.lethe.problem.ProblemJson;

/** An upload's outcome as clients see it: the photo, as everywhere, with {@code duplicate} or {@code previouslyDeleted}. */
@ApplicationScoped
class UploadedJson {

    private final Jsonb jsonb = JsonbBuilder.create();

    /** The outcomes of several files, in their order. */
    JsonObject of(FileOutcomes outcomes, String instance) {
        JsonArrayBuilder files = Json.createArrayBuilder();
        outcomes.files().forEach(outcome -> files.add(of(outcome, instance)));
        JsonObjectBuilder json = Json.createObjectBuilder().add("files", files);
        outcomes.cutShort().ifPresent(problem -> json.add("cutShort", ProblemJson.of(problem, instance)));
        return json.build();
    }

    private JsonObjectBuilder of(FileOutcome outcome, String instance) {
        JsonObjectBuilder json = Json.createObjectBuilder().add("status", outcome.status());
        if (outcome.filename() != null) {
            json.add("filename", outcome.filename());
        }
        outcome.uploaded().ifPresent(uploaded -> json.add("photo", of(uploaded)));
        outcome.problem().ifPresent(problem -> json.add("problem", ProblemJson.of(problem, instance)));
        return json;
    }

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
