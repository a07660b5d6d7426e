package org.lethe.account;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.lethe.problem.Problem;

/**
 * Whether a request that changes something, and that a browser sends with a cookie by itself, was really meant by a page of
 * this server. Asked three ways, because each alone has failed somewhere: where the browser says that the request comes
 * from (Fetch Metadata, otherwise {@code Origin}), and a token that only this server's pages can know.
 */
final class CrossSite {

    static final String TOKEN = "X-CSRF-Token";

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OURS = Set.of("same-origin", "none");

    private CrossSite() {}

    static boolean isUnsafe(HttpServletRequest request) {
        return !SAFE.contains(request.getMethod());
    }

    /** 403 when another site's page sent it; what is not a browser says nothing, and is not refused. */
    static Optional<Problem> refusalOfOrigin(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        boolean ours = site == null ? isOurs(request.getHeader("Origin"), request) : OURS.contains(site);
        return ours ? Optional.empty() : Optional.of(refusal("It was sent by a page of another site."));
    }

    /** 403 when the token of the session is missing or another's. */
    static Optional<Problem> refusalOfToken(HttpServletRequest request, SessionText session) {
        return session.isCsrfToken(request.getHeader(TOKEN))
                ? Optional.empty()
                : Optional.of(refusal("With a session, a change needs the header " + TOKEN
                        + " with the csrfToken that GET /api/session tells."));
    }

    /** Compared by host and port only: TLS may end before this server. */
    private static boolean isOurs(String origin, HttpServletRequest request) {
        if (origin == null) {
            return true;
        }
        try {
            String authority = URI.create(origin).getAuthority();
            return authority != null
                    && authority
                            .toLowerCase(Locale.ROOT)
                            .equals(String.valueOf(request.getHeader("Host")).toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException notAnOrigin) {
            return false;
        }
    }

    private static Problem refusal(String detail) {
        return Problem.of("csrf", 403, detail);
    }
}
