package org.lethe.account;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.lethe.problem.ProblemException;

/**
 * The body of a request for a new token, as it came.
 *
 * @param expiresAt in ISO 8601; null: after 90 days
 */
public record NewToken(String name, List<String> scopes, String expiresAt) {

    /**
     * What is to be made at this moment.
     *
     * @param roles those of the account that it is for
     * @throws ProblemException 400 with all that was wrong
     */
    AcceptedToken acceptedFor(Set<Role> roles, Instant now) {
        TokenRules rules = new TokenRules(now);
        rules.name(name).scopes(scopes, roles).expiresAt(expiresAt).check();
        return new AcceptedToken(name.strip(), TokenRules.scopesOf(scopes), now, rules.end(expiresAt));
    }
}
