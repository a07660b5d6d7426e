package org.lethe.account;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
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
     * @param address the client's
     * @throws ProblemException 401, whether the login is unknown, disabled, or the password wrong; 429 when it has to wait
     */
    SessionLogin signIn(Credentials credentials, String address) {
        CredentialValidationResult result = validate(credentials, address);
        if (result.getStatus() != CredentialValidationResult.Status.VALID) {
            throw Problem.unauthorized().exception();
        }
        return start.start((AccountPrincipal) result.getCallerPrincipal(), credentials.password());
    }

    private CredentialValidationResult validate(Credentials credentials, String address) {
        try {
            return identities.validate(new PasswordAttempt(credentials.login(), credentials.password(), address));
        } catch (LockedOutException lockedOut) {
            throw lockedOut.problem().exception(lockedOut);
        }
    }
}
