package org.lethe.account;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import org.lethe.audit.Origin;
import org.lethe.identity.Identity;
import org.lethe.identity.IdentityTokens;

/**
 * Recognises who comes with a token of the outside provider. Whoever comes for the first time gets an account, so that
 * what they own has an owner. What they may do is what this token says, each time anew; disabled here, they stay out
 * whatever the provider says.
 */
@Dependent
class RecogniseIdentity {

    private final IdentityTokens tokens;
    private final Accounts accounts;
    private final AddProvidersAccount add;

    @Inject
    RecogniseIdentity(IdentityTokens tokens, Accounts accounts, AddProvidersAccount add) {
        this.tokens = tokens;
        this.accounts = accounts;
        this.add = add;
    }

    /** Empty when the token is not valid, and for a disabled account. */
    Optional<IdentityLogin> recognise(TokenText token, Origin from) {
        return tokens.verify(token.text()).flatMap(identity -> login(identity, from));
    }

    private Optional<IdentityLogin> login(Identity identity, Origin from) {
        Account account = accounts.find(identity.issuer(), identity.subject()).orElseGet(() -> add.add(identity, from));
        return Optional.of(account)
                .filter(known -> !known.isDisabled())
                .map(known -> new IdentityLogin(new AccountPrincipal(known.id(), known.login()), identity.roles()));
    }
}
