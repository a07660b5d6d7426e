package org.lethe.account;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.lethe.problem.Problem;

/** Whether a request may come with its session. */
@Dependent
class SessionAuthentication {

    private static final String ATTRIBUTE = SessionLogin.class.getName();

    private final RecogniseSession sessions;
    private final SessionCookie cookie;

    @Inject
    SessionAuthentication(RecogniseSession sessions, SessionCookie cookie) {
        this.sessions = sessions;
        this.cookie = cookie;
    }

    boolean hasCookie(HttpServletRequest request) {
        return cookie.of(request).isPresent();
    }

    /** Who comes with a session; remembered with the request. */
    Optional<SessionLogin> recognise(HttpServletRequest request) {
        Optional<SessionLogin> login = sessions.recognise(request);
        login.ifPresent(known -> request.setAttribute(ATTRIBUTE, known));
        return login;
    }

    /** 403 when a change may not have been meant by who has the session. */
    Optional<Problem> refusal(HttpServletRequest request, SessionLogin login) {
        return CrossSite.isUnsafe(request)
                ? CrossSite.refusalOfOrigin(request).or(() -> CrossSite.refusalOfToken(request, login.text()))
                : Optional.empty();
    }

    /** The session that this request came with; empty when it came with other credentials. */
    static Optional<SessionLogin> of(HttpServletRequest request) {
        return Optional.ofNullable((SessionLogin) request.getAttribute(ATTRIBUTE));
    }
}
