package org.lethe.account;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.lethe.audit.Audit;
import org.lethe.audit.AuditAction;
import org.lethe.problem.Problem;
import org.lethe.problem.ProblemException;

/** Ends an API token of who is asking, in the caller's transaction. */
@Dependent
class RevokeToken {

    private final AccountTokens tokens;
    private final CurrentAccount current;
    private final Audit audit;

    @Inject
    RevokeToken(AccountTokens tokens, CurrentAccount current, Audit audit) {
        this.tokens = tokens;
        this.current = current;
        this.audit = audit;
    }

    /** @throws ProblemException 404 when this account has no such token, or it was revoked before */
    void revoke(UUID id) {
        if (!tokens.revoke(current.id(), id)) {
            throw Problem.notFound("token", id).exception();
        }
        audit.record(AuditAction.TOKEN_REVOKED, id.toString(), Map.of());
    }
}
