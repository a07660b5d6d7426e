package org.lethe.account;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import org.lethe.problem.Problem;
import org.lethe.problem.ProblemException;

/** Begins a session for who knows a login's password. */
@Dependent
class SignIn {

    private final IdentityStoreHandler identities;
    private final StartSession start;

    @Inject
    SignIn(IdentityStoreHandler identities, StartSession start) {
        this.identities = identities;
        this.start = start;
    }

    /**
     * Compares the password, which takes its time, outside of any transaction; then begins the session.
     *
     * @throws ProblemException 401, whether the login is unknown, disabled, or the password wrong
     */
    SessionLogin signIn(Credentials credentials) {
        CredentialValidationResult result =
                identities.validate(new UsernamePasswordCredential(credentials.login(), credentials.password()));
        if (result.getStatus() != CredentialValidationResult.Status.VALID) {
            throw Problem.unauthorized().exception();
        }
        return start.start((AccountPrincipal) result.getCallerPrincipal(), credentials.password());
    }
}
