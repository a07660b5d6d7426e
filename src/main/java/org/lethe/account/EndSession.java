package org.lethe.account;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import org.lethe.audit.Audit;
import org.lethe.audit.AuditAction;

/** Ends a session when its owner signs out. */
@Dependent
class EndSession {

    private final AccountSessions sessions;
    private final Audit audit;

    @Inject
    EndSession(AccountSessions sessions, Audit audit) {
        this.sessions = sessions;
        this.audit = audit;
    }

    @Transactional
    void end(SessionLogin login) {
        if (sessions.end(login.session())) {
            audit.record(AuditAction.SESSION_ENDED, login.session().toString(), Map.of());
        }
    }
}
