package org.lethe.overview;

import java.time.Instant;
import java.util.UUID;
import org.lethe.deletion.DeletionView;

/**
 * A deletion as operators see it: what and whose it is, and its figures. Names of albums and files are its owner's.
 *
 * @param owner null where there is none
 */
public record DeletionItem(
        UUID id,
        Owner owner,
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
        long openFailures) {

    /** Whose it is. */
    public record Owner(UUID id, String login) {}

    static DeletionItem of(DeletionRow row, DeletionView view) {
        return new DeletionItem(
                row.id(),
                row.owner(),
                view.kind().name(),
                view.albumId(),
                view.state().name(),
                view.requestedAt(),
                view.heldBecause(),
                view.heldUntil(),
                view.restorableUntil(),
                view.completedAt(),
                view.photos(),
                view.files(),
                row.openFailures());
    }
}
