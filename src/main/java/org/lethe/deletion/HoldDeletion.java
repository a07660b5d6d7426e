package org.lethe.deletion;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.lethe.audit.Audit;
import org.lethe.audit.AuditAction;
import org.lethe.settings.LetheSettings;

/** Holds a deletion where the brake says so: only its row is written, nothing is hidden and no message is sent. */
@Dependent
class HoldDeletion {

    private final Brake brake;
    private final HeldDeletions held;
    private final HideTarget hide;
    private final Audit audit;
    private final LetheSettings settings;

    @Inject
    HoldDeletion(Brake brake, HeldDeletions held, HideTarget hide, Audit audit, LetheSettings settings) {
        this.brake = brake;
        this.held = held;
        this.hide = hide;
        this.audit = audit;
        this.settings = settings;
    }

    /**
     * Holds the deletion, or hides what it wants deleted.
     *
     * @return the deletion that holds or hides it
     */
    UUID orHide(DeletionRequest request) {
        Optional<Brake.Verdict> verdict = brake.on(request);
        Optional<String> because = verdict.flatMap(Brake.Verdict::heldBecause);
        if (because.isPresent()) {
            hold(request, because.get());
            return request.id();
        }
        UUID hidden = hide.under(request);
        verdict.ifPresent(counted -> held.counted(hidden, counted.photos()));
        return hidden;
    }

    private void hold(DeletionRequest request, String because) {
        held.add(request, because, settings.brake().holdLimit());
        audit.record(AuditAction.DELETION_HELD, request.id().toString(), Map.of("because", because));
    }
}
