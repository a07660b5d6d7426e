package org.lethe.account;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * Recognises who comes with an API token, and notes that the token was used. Nothing is remembered from one request to
 * the next, so that a revoked token is refused at once. One that is unknown, expired, revoked, or of a disabled account
 * takes the same way to the same answer.
 */
@Dependent
class RecogniseToken {

    private final AccountTokens tokens;
    private final LastUses uses;

    @Inject
    RecogniseToken(AccountTokens tokens, LastUses uses) {
        this.tokens = tokens;
        this.uses = uses;
    }

    Optional<TokenLogin> recognise(TokenText text) {
        Optional<TokenLogin> login = tokens.login(text.hash());
        login.ifPresent(uses::note);
        return login;
    }
}
