package org.lethe.overview;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.lethe.deletion.DeletionView;

/**
 * One deletion, as operators see it, with what happened to it.
 *
 * @param failures what failed, by cause, storage and state
 * @param callback how it stands with who wants to be called back; null when nobody does
 * @param timeline the newest 200, oldest first
 * @param timelineComplete whether nothing older is left off
 */
public record DeletionDetail(
        UUID id,
        DeletionItem.Owner owner,
        String kind,
        UUID albumId,
        String state,
        Instant requestedAt,
        String heldBecause,
        Instant heldUntil,
        Instant restorableUntil,
        Instant completedAt,
        long photos,
        DeletionView.Files files,
        long openFailures,
        List<OfStorage> storages,
        List<Failed> failures,
        Callback callback,
        List<Happened> timeline,
        boolean timelineComplete) {

    /**
     * Files of it on one storage.
     *
     * @param failedAttempts messages that failed and were, or will be, tried again
     * @param waitingSince when the oldest that waits was last sent; null when none does
     */
    public record OfStorage(
            String storage,
            long requested,
            long gone,
            long waiting,
            long failed,
            long waived,
            long failedAttempts,
            Instant waitingSince) {}

    /** Failures of one kind, and the latest of them. */
    public record Failed(String cause, String storage, String state, long failures, UUID latestId) {}

    /** Where it goes is its owner's. */
    public record Callback(String state, int attempts, String lastError) {}

    /**
     * Something that happened.
     *
     * @param facts what the detail says, for whoever says it in other words; null where the detail is a code or somebody's
     *     own words
     */
    public record Happened(Instant at, String what, String actor, String detail, Facts facts) {

        Happened(Instant at, String what, String actor, String detail) {
            this(at, what, actor, detail, null);
        }
    }

    /**
     * Of several that are told together, or of one.
     *
     * @param count how many they are
     * @param storage null when they are about none
     * @param cause null when they have several
     * @param assignee to whom one was assigned; null otherwise
     * @param until when they are to have seen to it, or until when such failures are ignored; null otherwise
     */
    public record Facts(long count, String storage, String cause, String assignee, Instant until) {

        static Facts of(long count, String storage, String cause) {
            return new Facts(count, storage, cause, null, null);
        }

        /** Null when nothing is said besides the detail. */
        static Facts ofOne(String assignee, Instant until) {
            return assignee == null && until == null ? null : new Facts(1, null, null, assignee, until);
        }
    }

    record NotGone(String storage, String state, long files, Instant since) {}

    record Counted(String storage, long count) {}
}
