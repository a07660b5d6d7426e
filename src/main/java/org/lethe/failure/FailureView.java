package org.lethe.failure;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A failure as operators see it.
 *
 * @param fileKey where the file is on its storage; null when the failure is not about a file
 * @param timeline attempts, dead letters and what people did, oldest first; null in lists
 */
public record FailureView(
        UUID id,
        FailureKind kind,
        FailureState state,
        UUID deletionId,
        UUID photoId,
        String fileKey,
        String storage,
        String queue,
        String cause,
        String error,
        String message,
        int times,
        Instant firstAt,
        Instant lastAt,
        List<FailureEvent> timeline) {}
