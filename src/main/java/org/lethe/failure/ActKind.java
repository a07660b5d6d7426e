package org.lethe.failure;

import java.util.Set;
import org.lethe.audit.AuditAction;

/** What a person can do about failures, but for sending them again. */
enum ActKind {
    ASSIGN("assigned", AuditAction.FAILURE_ASSIGNED),
    /** Nobody has it any more. */
    UNASSIGN("unassigned", AuditAction.FAILURE_UNASSIGNED),
    NOTE("note", AuditAction.FAILURE_NOTED),
    IGNORE("ignored", AuditAction.FAILURE_IGNORED),
    RESOLVE("resolved", AuditAction.FAILURE_RESOLVED);

    private final String event;
    private final AuditAction action;

    ActKind(String event, AuditAction action) {
        this.event = event;
        this.action = action;
    }

    /** What the history calls it. */
    String event() {
        return event;
    }

    AuditAction action() {
        return action;
    }

    /** In which states of a failure it can be done. */
    Set<FailureState> from() {
        return switch (this) {
            case ASSIGN, IGNORE, RESOLVE -> FailureFilter.WAITING;
            case UNASSIGN -> Set.of(FailureState.ASSIGNED);
            case NOTE -> Set.of(FailureState.values());
        };
    }

    /** Whether a failure is over by it, so that its removal must be settled as well. */
    boolean settles() {
        return this == IGNORE || this == RESOLVE;
    }
}
