package org.lethe.deletion;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lethe.audit.Audit;
import org.lethe.audit.AuditAction;
import org.lethe.problem.ProblemException;
import org.lethe.problem.WrongCount;

/** Lets removals that wait for a date go at once, by a person's decision. What fails again may be held again. */
@Dependent
class ReleaseHeld {

    /** Messages in one transaction. */
    private static final int MOST = 1_000;

    private final HeldRemovals held;
    private final RemovalMessages messages;
    private final Audit audit;

    @Inject
    ReleaseHeld(HeldRemovals held, RemovalMessages messages, Audit audit) {
        this.held = held;
        this.messages = messages;
        this.audit = audit;
    }

    /** How many were let go, and how many still wait, so that it may be asked for again. */
    public record Released(long released, long left) {}

    /**
     * Lets go up to 1,000 of them.
     *
     * @throws ProblemException 409 when others are held than were expected; nothing was let go
     */
    @Transactional
    Released release(HeldToRelease wanted) {
        List<RemoveFilesMessage> released = held.release(wanted, MOST);
        long left = held.count(wanted);
        WrongCount.refuse(wanted.expected(), released.size() + left, "removals");
        if (!released.isEmpty()) {
            audit.record(
                    AuditAction.HELD_RELEASED,
                    wanted.storage().map(Object::toString).orElse("all"),
                    details(wanted, released.size(), left));
            messages.sendAll(released, Urgency.ALONE);
        }
        return new Released(released.size(), left);
    }

    private static Map<String, Object> details(HeldToRelease wanted, int released, long left) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("removals", released);
        details.put("left", left);
        details.put("reason", wanted.reason());
        if (!wanted.ids().isEmpty()) { // else it was all of them
            details.put("removalIds", List.copyOf(wanted.ids()));
        }
        return details;
    }
}
