package org.lethe.deletion;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.lethe.audit.Audit;
import org.lethe.audit.AuditAction;
import org.lethe.audit.Origin;
import org.lethe.serving.Chore;
import org.lethe.settings.LetheSettings;

/** Cancels deletions that were held and that nobody confirmed in time. */
@Dependent
public class ExpireHeld implements Chore {

    private static final int MOST = 100;

    private final Deletions deletions;
    private final HeldDeletions held;
    private final Audit audit;
    private final DeletionEvents events;
    private final LetheSettings settings;

    @Inject
    ExpireHeld(Deletions deletions, HeldDeletions held, Audit audit, DeletionEvents events, LetheSettings settings) {
        this.deletions = deletions;
        this.held = held;
        this.audit = audit;
        this.events = events;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "expire held deletions";
    }

    @Override
    public Duration period() {
        return settings.reconcile().period();
    }

    @Override
    @Transactional
    public void round() {
        held.overdue(MOST).forEach(this::cancel);
    }

    private void cancel(UUID id) {
        Deletion deletion = deletions.lock(id).orElseThrow();
        deletion.cancelled();
        events.tell("cancelled", deletion);
        audit.record(
                Origin.SYSTEM,
                AuditAction.DELETION_CANCELLED,
                id.toString(),
                Map.of("because", "nobody confirmed it in time"));
    }
}
