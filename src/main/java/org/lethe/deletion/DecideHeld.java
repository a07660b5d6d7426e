package org.lethe.deletion;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.lethe.audit.Audit;
import org.lethe.audit.AuditAction;
import org.lethe.problem.Problem;
import org.lethe.problem.ProblemException;

/**
 * Carries out a deletion that was held, or cancels it. The lock on its row decides between two who do so at once, and
 * its expiry.
 */
@Dependent
class DecideHeld {

    private final Deletions deletions;
    private final HeldDeletions held;
    private final HideTarget hide;
    private final FindDeletions find;
    private final CommittedOutcome outcome;
    private final Audit audit;
    private final DeletionEvents events;

    @Inject
    DecideHeld(
            Deletions deletions,
            HeldDeletions held,
            HideTarget hide,
            FindDeletions find,
            CommittedOutcome outcome,
            Audit audit,
            DeletionEvents events) {
        this.deletions = deletions;
        this.held = held;
        this.hide = hide;
        this.find = find;
        this.outcome = outcome;
        this.audit = audit;
        this.events = events;
    }

    /**
     * HELD to REQUESTED: everything that was asked for is hidden now, and its restore window begins.
     *
     * @throws ProblemException 404 when it is not this owner's; 409 when it is not held, or what it was asked for has been
     *     deleted meanwhile; 422 when some of its photos have
     */
    DeletionView confirm(UUID owner, UUID id, Function<UUID, URI> location) {
        return outcome.of(location.apply(id), () -> {
            Deletion deletion = lock(owner, id);
            if (!hide.under(held.request(deletion)).equals(id)) {
                throw Problem.conflict(
                                "wrong-state",
                                "Another deletion has deleted this meanwhile, so there is nothing to confirm.")
                        .exception();
            }
            audit.record(AuditAction.DELETION_CONFIRMED, id.toString(), Map.of());
            deletions.refresh(deletion);
            events.tell("requested", deletion);
            return find.one(owner, id);
        });
    }

    /** HELD to CANCELLED; nothing was hidden. Throws as {@link #confirm} does. */
    DeletionView cancel(UUID owner, UUID id, Function<UUID, URI> location) {
        return outcome.of(location.apply(id), () -> {
            Deletion deletion = lock(owner, id);
            deletion.cancelled();
            events.tell("cancelled", deletion);
            audit.record(AuditAction.DELETION_CANCELLED, id.toString(), Map.of("because", "its owner cancelled it"));
            return find.one(owner, id);
        });
    }

    private Deletion lock(UUID owner, UUID id) {
        Deletion deletion = deletions
                .lock(id)
                .filter(found -> found.ownerId().equals(owner))
                .orElseThrow(() -> Problem.notFound("deletion", id).exception());
        if (deletion.state() != DeletionState.HELD) {
            throw Problem.conflict(
                            "wrong-state",
                            "This deletion is " + deletion.state() + "; only a HELD one can be confirmed or cancelled.")
                    .exception();
        }
        return deletion;
    }
}
