package org.lethe.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.lethe.log.LogEvent;

/**
 * HTTP Basic (RFC 7617). An own mechanism and not the container's: without a database the container's answers 500, this
 * one 503, and the client knows that it may come again. The bodies come from the error page.
 */
@ApplicationScoped
class BasicAuthentication implements HttpAuthenticationMechanism {

    private static final String CHALLENGE = "Basic realm=\"Lethe\", charset=\"UTF-8\"";

    private final IdentityStoreHandler identities;

    @Inject
    BasicAuthentication(IdentityStoreHandler identities) {
        this.identities = identities;
    }

    /** For the proxy. */
    BasicAuthentication() {
        this(null);
    }

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
            throws AuthenticationException {
        Optional<BasicCredentials> credentials = BasicCredentials.of(request.getHeader("Authorization"));
        if (credentials.isEmpty()) {
            return context.isProtected() ? challenge(response, context) : context.doNothing();
        }
        try {
            CredentialValidationResult result =
                    identities.validate(credentials.get().credential());
            return result.getStatus() == CredentialValidationResult.Status.VALID
                    ? context.notifyContainerAboutLogin(result)
                    : challenge(response, context);
        } catch (RuntimeException e) {
            return cannotTell(response, e);
        }
    }

    private static AuthenticationStatus challenge(HttpServletResponse response, HttpMessageContext context) {
        response.setHeader("WWW-Authenticate", CHALLENGE);
        return context.responseUnauthorized();
    }

    private static AuthenticationStatus cannotTell(HttpServletResponse response, RuntimeException cause)
            throws AuthenticationException {
        LogEvent.ACCOUNTS_UNREADABLE.log(cause);
        try {
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return AuthenticationStatus.SEND_FAILURE;
        } catch (IOException e) {
            throw new AuthenticationException("the client is gone", e);
        }
    }
}
