package org.lethe.deletion;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.lethe.problem.FieldError;
import org.lethe.problem.Problem;
import org.lethe.problem.ProblemException;

/**
 * What a client sends to {@code POST /deletions}: photos, an album, or the snapshot of a dry run. {@code dryRun} and
 * {@code callback} are read as they came: what is neither true nor false must not pass for false, and delete.
 *
 * @param restoreWindow an ISO 8601 duration; null for the one of the settings
 * @param callback an object with a {@code url}; null when nobody is to be called back
 */
public record NewDeletion(
        List<String> photoIds,
        String albumId,
        String snapshotId,
        String restoreWindow,
        Object dryRun,
        Object callback) {

    /**
     * What is to be deleted.
     *
     * @throws ProblemException 400 or 422 when the request as a whole is not acceptable
     */
    DeletionTarget target(int maxPhotos) {
        if (Stream.of(photoIds, albumId, snapshotId)
                        .filter(given -> given != null)
                        .count()
                != 1) {
            throw Problem.malformed(
                            "Send either photoIds, albumId or snapshotId.",
                            List.of(new FieldError("photoIds", "either this, albumId or snapshotId must be given")))
                    .exception();
        }
        if (albumId != null) {
            return new DeletionTarget.OfAlbum(id(albumId, "albumId"));
        }
        return snapshotId != null ? new DeletionTarget.OfSnapshot(id(snapshotId, "snapshotId")) : photos(maxPhotos);
    }

    /**
     * Whether nothing is to be deleted, only counted.
     *
     * @throws ProblemException 400 when that is not clear, or there is more that a dry run has no use for
     */
    boolean isDryRun() {
        if (dryRun != null && !(dryRun instanceof Boolean)) {
            throw refused("dryRun", "must be true or false");
        }
        boolean dry = Boolean.TRUE.equals(dryRun);
        if (dry && snapshotId != null) {
            throw refused("snapshotId", "is what a dry run answers; leave dryRun out to delete it");
        }
        if (dry && restoreWindow != null) {
            throw refused("restoreWindow", "belongs to the request that deletes the snapshot");
        }
        if (dry && callback != null) {
            throw refused("callback", "belongs to the request that deletes the snapshot");
        }
        return dry;
    }

    private DeletionTarget photos(int maxPhotos) {
        if (photoIds.isEmpty() || photoIds.size() > maxPhotos) {
            throw Problem.malformed(
                            "One request takes 1 to " + maxPhotos + " photos; this one names " + photoIds.size() + ".",
                            List.of(new FieldError("photoIds", "must have 1 to " + maxPhotos + " ids")))
                    .exception();
        }
        return new DeletionTarget.OfPhotos(ids(photoIds, "photoIds"));
    }

    /**
     * The URL to be called back, as it was sent; empty when there is none.
     *
     * @throws ProblemException 400 when the callback is nothing that has a URL
     */
    Optional<String> callbackUrl() {
        if (callback == null) {
            return Optional.empty();
        }
        if (callback instanceof Map<?, ?> members && members.get("url") instanceof String url) {
            return Optional.of(url);
        }
        throw refused("callback", "must be an object with a url, as {\"url\": \"https://…\"}");
    }

    private static ProblemException refused(String field, String rule) {
        return Problem.malformed(
                        "Nothing was deleted: " + field + " " + rule + ".", List.of(new FieldError(field, rule)))
                .exception();
    }

    private static UUID id(String text, String field) {
        return ids(List.of(text), field).iterator().next();
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
