package org.lethe.account;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.lethe.audit.Audit;
import org.lethe.audit.AuditAction;
import org.lethe.problem.ProblemException;

/** Makes an API token for who is asking, in the caller's transaction. */
@Dependent
class IssueToken {

    private final AccountTokens tokens;
    private final CurrentAccount current;
    private final Audit audit;

    @Inject
    IssueToken(AccountTokens tokens, CurrentAccount current, Audit audit) {
        this.tokens = tokens;
        this.current = current;
        this.audit = audit;
    }

    /**
     * The token with its text, which nobody can tell a second time.
     *
     * @throws ProblemException 400 with all that was wrong
     */
    IssuedToken issue(NewToken wanted) {
        AcceptedToken accepted =
                wanted.acceptedFor(current.roles(), Instant.now().truncatedTo(ChronoUnit.MICROS));
        TokenText text = TokenText.random();
        AccountToken token = new AccountToken(UuidCreator.getTimeOrderedEpoch(), current.id(), accepted, text.hash());
        tokens.add(token);
        audit.record(AuditAction.TOKEN_ISSUED, token.id().toString(), details(token));
        return IssuedToken.of(token, text);
    }

    private static Map<String, Object> details(AccountToken token) {
        return Map.of(
                "name", token.name(),
                "scopes", List.of(token.scopeNames()),
                "expiresAt", token.expiresAt().toString());
    }
}
