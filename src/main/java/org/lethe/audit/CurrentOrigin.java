package org.lethe.audit;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.lethe.request.RequestIds;

/** Who is asking, and from where. For the time of one HTTP request, on its thread. */
@RequestScoped
class CurrentOrigin {

    private static final String ANONYMOUS = "anonymous";

    private final SecurityContext security;
    private final HttpServletRequest request;

    @Inject
    CurrentOrigin(SecurityContext security, HttpServletRequest request) {
        this.security = security;
        this.request = request;
    }

    /** For the proxy. */
    CurrentOrigin() {
        this(null, null);
    }

    Origin origin() {
        String actor = Optional.ofNullable(security.getCallerPrincipal())
                .map(caller -> caller.getName())
                .orElse(ANONYMOUS);
        return new Origin(actor, Optional.of(request.getRemoteAddr()), Optional.of(RequestIds.of(request)));
    }
}
