package org.lethe.account;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * Recognises who comes with a session's cookie, and keeps that the session was used. Nothing is remembered from one
 * request to the next, so that a session that was ended on any node is over at once, on all of them.
 */
@Dependent
class RecogniseSession {

    private final AccountSessions sessions;
    private final LastUses uses;
    private final SessionCookie cookie;

    @Inject
    RecogniseSession(AccountSessions sessions, LastUses uses, SessionCookie cookie) {
        this.sessions = sessions;
        this.uses = uses;
        this.cookie = cookie;
    }

    /** Empty without a cookie, and for one that is unknown, over, idle for too long, or of a disabled account. */
    Optional<SessionLogin> recognise(HttpServletRequest request) {
        Optional<SessionLogin> login = cookie.of(request).flatMap(sessions::login);
        login.ifPresent(uses::note);
        return login;
    }
}
