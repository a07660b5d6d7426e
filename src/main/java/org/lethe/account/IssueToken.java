package org.lethe.account;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.lethe.audit.Audit;
import org.lethe.audit.AuditAction;
import org.lethe.problem.Problem;
import org.lethe.problem.ProblemException;

/**
 * Makes an API token for who is asking, in the caller's transaction; under the same lock as {@link StartSession}, so that none
 * is made with a password that is no longer one, and none that was made escapes its change.
 */
@Dependent
class IssueToken {

    private final Accounts accounts;
    private final AccountTokens tokens;
    private final CredentialsAgain credentials;
    private final CurrentAccount current;
    private final Audit audit;

    @Inject
    IssueToken(
            Accounts accounts,
            AccountTokens tokens,
            CredentialsAgain credentials,
            CurrentAccount current,
            Audit audit) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.credentials = credentials;
        this.current = current;
        this.audit = audit;
    }

    /**
     * The token with its text, which nobody can tell a second time.
     *
     * @throws ProblemException 400 with all that was wrong; 401 when the session has ended, or the password has changed, meanwhile
     */
    IssuedToken issue(NewToken wanted, HttpServletRequest request) {
        AcceptedToken accepted =
                wanted.acceptedFor(current.roles(), Instant.now().truncatedTo(ChronoUnit.MICROS));
        accounts.lockShared(current.id());
        if (!credentials.of(request).getAsBoolean()) {
            throw Problem.unauthorized().exception();
        }
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
