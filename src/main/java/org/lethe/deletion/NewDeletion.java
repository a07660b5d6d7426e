package org.lethe.deletion;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.lethe.problem.FieldError;
import org.lethe.problem.Problem;
import org.lethe.problem.ProblemException;

/**
 * What a client sends to {@code POST /deletions}: either photos or an album. The members that this release does not
 * carry out are read so that they are refused: a dry run must never delete.
 *
 * @param restoreWindow an ISO 8601 duration; null for the one of the settings
 */
public record NewDeletion(List<String> photoIds, String albumId, String restoreWindow, Object dryRun, Object callback) {

    /**
     * The album, when the request names one.
     *
     * @throws ProblemException 400 or 422 when the request as a whole is not acceptable
     */
    Optional<UUID> album(int maxPhotos) {
        refuseUnsupported();
        if ((albumId == null) == (photoIds == null)) {
            throw Problem.malformed(
                            "Send either photoIds or albumId.",
                            List.of(new FieldError("photoIds", "either this or albumId must be given")))
                    .exception();
        }
        if (photoIds != null && (photoIds.isEmpty() || photoIds.size() > maxPhotos)) {
            throw Problem.malformed(
                            "One request takes 1 to " + maxPhotos + " photos; this one names " + photoIds.size() + ".",
                            List.of(new FieldError("photoIds", "must have 1 to " + maxPhotos + " ids")))
                    .exception();
        }
        return Optional.ofNullable(albumId)
                .map(id -> ids(List.of(id), "albumId").iterator().next());
    }

    /**
     * The photos, each once.
     *
     * @throws ProblemException 400 listing all that are not UUIDs
     */
    Set<UUID> photos() {
        return ids(photoIds, "photoIds");
    }

    private void refuseUnsupported() {
        if (dryRun != null || callback != null) {
            throw Problem.unprocessable(
                            "not-supported",
                            "dryRun and callback are not carried out by this release, so nothing was deleted. Leave"
                                    + " them out.",
                            Map.of())
                    .exception();
        }
    }

    private static Set<UUID> ids(List<String> texts, String field) {
        Set<UUID> ids = new LinkedHashSet<>();
        List<FieldError> errors = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            try {
                ids.add(UUID.fromString(String.valueOf(texts.get(i))));
            } catch (IllegalArgumentException notAnId) {
                errors.add(new FieldError(field + "[" + i + "]", "is not a UUID"));
            }
        }
        if (!errors.isEmpty()) {
            throw Problem.malformed("Some of the ids are not UUIDs, so nothing was deleted.", errors)
                    .exception();
        }
        return ids;
    }
}
