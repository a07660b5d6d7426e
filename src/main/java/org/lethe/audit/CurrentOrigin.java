package org.lethe.audit;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.lethe.request.ClientAddresses;
import org.lethe.request.RequestIds;

/** Who is asking, and from where. For the time of one HTTP request, on its thread. */
@RequestScoped
class CurrentOrigin {

    private final SecurityContext security;
    private final HttpServletRequest request;
    private final ClientAddresses addresses;

    @Inject
    CurrentOrigin(SecurityContext security, HttpServletRequest request, ClientAddresses addresses) {
        this.security = security;
        this.request = request;
        this.addresses = addresses;
    }

    /** For the proxy. */
    CurrentOrigin() {
        this(null, null, null);
    }

    Origin origin() {
        String actor = Optional.ofNullable(security.getCallerPrincipal())
                .map(caller -> caller.getName())
                .orElse(Origin.ANONYMOUS);
        return new Origin(actor, Optional.of(addresses.of(request)), Optional.of(RequestIds.of(request)));
    }
}
