package org.lethe.failure;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.lethe.deletion.AffectedFile;

/**
 * A failure as operators see it.
 *
 * @param files how many files it is about, all on one storage; 0 when it is not about files
 * @param affected which files these are, and of which photos; null in lists
 * @param timeline attempts, dead letters and what people did, oldest first; null in lists
 */
public record FailureView(
        UUID id,
        FailureKind kind,
        FailureState state,
        UUID deletionId,
        String storage,
        int files,
        List<AffectedFile> affected,
        String queue,
        String cause,
        String error,
        String message,
        int times,
        Instant firstAt,
        Instant lastAt,
        List<FailureEvent> timeline) {}
