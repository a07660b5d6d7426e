package org.lethe.account;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.BooleanSupplier;

/** Whether somebody is still let in, long after the request that they came with. */
@Dependent
public class LastingLogin {

    private final CredentialsAgain credentials;

    @Inject
    LastingLogin(CredentialsAgain credentials) {
        this.credentials = credentials;
    }

    /**
     * What to ask from time to time, by any thread: false once the request's session, token or password would not be let in
     * any more, or with fewer roles. While the database does not answer, true: bound the time by other means.
     */
    public BooleanSupplier lastsOf(HttpServletRequest request) {
        BooleanSupplier again = credentials.of(request);
        return () -> isGood(again);
    }

    private static boolean isGood(BooleanSupplier again) {
        try {
            return again.getAsBoolean();
        } catch (RuntimeException away) { // whatever it is, nothing is known of the credentials
            return true;
        }
    }
}
