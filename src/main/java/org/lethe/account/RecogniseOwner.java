package org.lethe.account;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.lethe.problem.Problem;
import org.lethe.problem.ProblemException;

/** Recognises the owner who comes with an API token by another way than HTTP. */
@Dependent
public class RecogniseOwner {

    private final RecogniseToken tokens;

    @Inject
    RecogniseOwner(RecogniseToken tokens) {
        this.tokens = tokens;
    }

    /**
     * Whose token it is, if it may delete: as {@code POST /api/deletions} asks.
     *
     * @throws ProblemException 401 when it is not valid; 403 when it lacks the scope, or its account the role
     */
    public Owner whoMayDelete(String token) {
        TokenLogin login = tokens.recognise(new TokenText(token))
                .orElseThrow(() -> Problem.unauthorized().exception());
        NeededScope needed = NeededScope.of("POST", "/api/deletions");
        if (!needed.isMetBy(login.scopes())) {
            throw needed.refusal().exception();
        }
        if (!login.groups().contains(Role.OWNER.wireName())) {
            throw Problem.forbidden().exception();
        }
        return new Owner(login.principal().id(), login.principal().getName());
    }
}
