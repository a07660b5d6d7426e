package org.lethe.upload;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import org.lethe.photo.PhotoView;
import org.lethe.problem.ProblemJson;

/** An upload's outcome as clients see it: the photo, as everywhere, with {@code duplicate} or {@code previouslyDeleted}. */
@ApplicationScoped
class UploadedJson {

    /** Looked up once: a look-up searches every archive of the class path. */
    private static final JsonProvider JSON = JsonProvider.provider();

    private final Jsonb jsonb = JsonbBuilder.create();

    /** The outcomes of several files, in their order. */
    JsonObject of(FileOutcomes outcomes, String instance) {
        JsonArrayBuilder files = JSON.createArrayBuilder();
        outcomes.files().forEach(outcome -> files.add(of(outcome, instance)));
        JsonObjectBuilder json = JSON.createObjectBuilder().add("files", files);
        outcomes.cutShort().ifPresent(problem -> json.add("cutShort", ProblemJson.of(problem, instance)));
        return json.build();
    }

    private JsonObjectBuilder of(FileOutcome outcome, String instance) {
        JsonObjectBuilder json = JSON.createObjectBuilder().add("status", outcome.status());
        if (outcome.filename() != null) {
            json.add("filename", outcome.filename());
        }
        outcome.uploaded().ifPresent(uploaded -> json.add("photo", of(uploaded)));
        outcome.problem().ifPresent(problem -> json.add("problem", ProblemJson.of(problem, instance)));
        return json;
    }

    JsonObject of(Uploaded uploaded) {
        try (JsonReader photo = JSON.createReader(new StringReader(jsonb.toJson(PhotoView.of(uploaded.photo()))))) {
            JsonObjectBuilder json = JSON.createObjectBuilder(photo.readObject());
            if (uploaded.isDuplicate()) {
                json.add("duplicate", true);
            }
            uploaded.previouslyDeleted()
                    .ifPresent(before -> json.add(
                            "previouslyDeleted",
                            JSON.createObjectBuilder()
                                    .add("deletionId", before.deletionId().toString())
                                    .add("deletedAt", before.deletedAt().toString())));
            return json.build();
        }
    }
}
