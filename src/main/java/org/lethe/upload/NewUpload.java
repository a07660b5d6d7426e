package org.lethe.upload;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.lethe.problem.FieldError;
import org.lethe.problem.Problem;
import org.lethe.problem.ProblemException;

/**
 * What a client says of an upload that will come in pieces (tus 1.0.0, creation).
 *
 * @param filename the client's name for it, or null
 * @param metadata the header as it came
 */
record NewUpload(UUID albumId, String filename, long bytes, String metadata) {

    private static final int LONGEST_METADATA = 4096;

    /**
     * Reads {@code Upload-Length} and {@code Upload-Metadata}, of which {@code albumId} is needed, {@code filename} is
     * kept, and the rest is told again to who asks.
     *
     * @throws ProblemException 400 with all that is wrong
     */
    static NewUpload of(String length, String metadata) {
        List<FieldError> errors = new ArrayList<>();
        Map<String, String> values = values(metadata, errors);
        long bytes = length != null && length.matches("\\d{1,18}") ? Long.parseLong(length) : 0;
        if (bytes == 0) {
            errors.add(
                    new FieldError("Upload-Length", "must be the number of bytes, 1 or more; it cannot be deferred"));
        }
        UUID album = album(values.get("albumId"), errors);
        if (!errors.isEmpty()) {
            throw Problem.malformed("The upload cannot be begun.", errors).exception();
        }
        return new NewUpload(album, UploadHeaders.withoutPath(values.getOrDefault("filename", "")), bytes, metadata);
    }

    private static UUID album(String text, List<FieldError> errors) {
        try {
            return UUID.fromString(String.valueOf(text));
        } catch (IllegalArgumentException notAnId) {
            errors.add(new FieldError("Upload-Metadata", "must have albumId, the album's id in Base64"));
            return null;
        }
    }

    private static Map<String, String> values(String metadata, List<FieldError> errors) {
        Map<String, String> values = new HashMap<>();
        if (metadata == null || metadata.length() > LONGEST_METADATA || !metadata.matches("[ -~]*")) {
            return values;
        }
        for (String pair : metadata.split(",", -1)) {
            String[] keyAndValue = pair.strip().split(" +", 2);
            try {
                byte[] value = Base64.getDecoder().decode(keyAndValue.length == 2 ? keyAndValue[1] : "");
                values.put(keyAndValue[0], new String(value, StandardCharsets.UTF_8));
            } catch (IllegalArgumentException notBase64) {
                errors.add(new FieldError("Upload-Metadata", "the value of " + keyAndValue[0] + " is not Base64"));
            }
        }
        return values;
    }
}
