package org.lethe.failure;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A failure as operators see it.
 *
 * @param group the group that it is of
 * @param files how many files it was about when it last failed, all on one storage; 0 when it is not about files
 * @param affected which files these are, and of which photos; null in lists
 * @param assignee who sees to it, or did
 * @param overdue whether somebody was to have seen to it by now
 * @param message what the broker had; of lists only what could not be read
 * @param storages what is on each storage at this moment; null in lists
 * @param alreadyGone whether its own storage has none of its files at this moment; null in lists
 * @param actions what can be done about it now, what to offer first before the rest; null in lists
 * @param outcomes how it can be resolved now; null in lists
 * @param timeline attempts, dead letters and what people did, oldest first; null in lists
 */
public record FailureView(
        UUID id,
        FailureKind kind,
        FailureState state,
        UUID group,
        UUID deletionId,
        UUID ownerId,
        String storage,
        int files,
        List<FailedFile> affected,
        String queue,
        String cause,
        String error,
        String message,
        int times,
        Instant firstAt,
        Instant lastAt,
        String assignee,
        Instant dueAt,
        boolean overdue,
        String outcome,
        List<StorageView> storages,
        Boolean alreadyGone,
        List<String> actions,
        List<Outcome> outcomes,
        List<FailureEvent> timeline) {

    static FailureView listed(Failure failure) {
        return of(failure, failure.message(), new Rest(null, null, null, null, null, null));
    }

    /** @param isGone whether its own storage has none of its files */
    static FailureView whole(FoundFailure found, List<StorageLook> looks, boolean isGone) {
        Failure failure = found.row();
        PossibleActs possible = PossibleActs.of(failure.state(), failure.kind(), found.isNeeded(), isGone);
        return of(
                failure,
                found.message(),
                new Rest(
                        found.files().stream()
                                .map(file -> FailedFile.of(file, looks))
                                .toList(),
                        looks.stream().map(StorageLook::view).toList(),
                        isGone,
                        possible.actions(),
                        possible.outcomes(),
                        found.timeline()));
    }

    /** What lists do not have. */
    private record Rest(
            List<FailedFile> affected,
            List<StorageView> storages,
            Boolean alreadyGone,
            List<String> actions,
            List<Outcome> outcomes,
            List<FailureEvent> timeline) {}

    private static FailureView of(Failure failure, String message, Rest rest) {
        return new FailureView(
                failure.id(),
                failure.kind(),
                failure.state(),
                failure.groupId(),
                failure.deletionId(),
                failure.ownerId(),
                failure.storage(),
                failure.files(),
                rest.affected,
                failure.queue(),
                failure.cause(),
                failure.error(),
                message,
                failure.times(),
                failure.firstAt(),
                failure.lastAt(),
                failure.assignee(),
                failure.dueAt(),
                failure.isOverdue(Instant.now()),
                failure.outcome(),
                rest.storages,
                rest.alreadyGone,
                rest.actions,
                rest.outcomes,
                rest.timeline);
    }
}
