package org.lethe.account;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.BooleanSupplier;

/** Whether somebody is still let in, long after the request that they came with. */
@Dependent
public class LastingLogin {

    private final AccountSessions sessions;

    @Inject
    LastingLogin(AccountSessions sessions) {
        this.sessions = sessions;
    }

    /**
     * What to ask from time to time, by any thread: false once the request's session has ended, or would not be let in any
     * more. While the database does not answer, and of other credentials, true: bound the time by other means.
     */
    public BooleanSupplier lastsOf(HttpServletRequest request) {
        return SessionAuthentication.of(request)
                .map(login -> (BooleanSupplier) () -> isLive(login.text()))
                .orElse(() -> true);
    }

    private boolean isLive(SessionText session) {
        try {
            return sessions.login(session).isPresent();
        } catch (RuntimeException away) { // whatever it is, nothing is known of the session
            return true;
        }
    }
}
