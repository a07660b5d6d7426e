package org.lethe.deletion;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.lethe.audit.Audit;
import org.lethe.audit.AuditAction;
import org.lethe.callback.Callbacks;
import org.lethe.settings.LetheSettings;

/** Holds a deletion where the brake says so: only its row is written, nothing is hidden and no message is sent. */
@Dependent
class HoldDeletion {

    private final Deletions deletions;
    private final Brake brake;
    private final HeldDeletions held;
    private final HideTarget hide;
    private final Callbacks callbacks;
    private final Audit audit;
    private final DeletionEvents events;
    private final LetheSettings settings;

    @Inject
    HoldDeletion(
            Deletions deletions,
            Brake brake,
            HeldDeletions held,
            HideTarget hide,
            Callbacks callbacks,
            Audit audit,
            DeletionEvents events,
            LetheSettings settings) {
        this.deletions = deletions;
        this.brake = brake;
        this.held = held;
        this.hide = hide;
        this.callbacks = callbacks;
        this.audit = audit;
        this.events = events;
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
            callBack(request);
            tell("held", request.id());
            return request.id();
        }
        UUID hidden = hide.under(request);
        if (hidden.equals(request.id())) {
            verdict.ifPresent(counted -> held.counted(hidden, counted.photos()));
            callBack(request);
            tell("requested", hidden);
        }
        return hidden;
    }

    private void callBack(DeletionRequest request) {
        request.terms().callback().ifPresent(url -> callbacks.add(request.id(), request.owner(), url));
    }

    private void tell(String what, UUID id) {
        events.tell(what, deletions.find(id).orElseThrow());
    }

    private void hold(DeletionRequest request, String because) {
        held.add(request, because, settings.brake().holdLimit());
        String id = request.id().toString();
        Map<String, String> details = Map.of("because", because);
        request.origin()
                .ifPresentOrElse(
                        origin -> audit.record(origin, AuditAction.DELETION_HELD, id, details),
                        () -> audit.record(AuditAction.DELETION_HELD, id, details));
    }
}
