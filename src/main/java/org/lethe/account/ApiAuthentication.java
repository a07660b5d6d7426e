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
import java.util.Optional;
import org.lethe.limits.Gate;
import org.lethe.log.LogEvent;
import org.lethe.problem.Problem;
import org.lethe.request.ClientAddresses;

/**
 * HTTP Basic (RFC 7617) with login and password, an API token or one of an outside provider (RFC 6750), or the cookie of a session, which counts only
 * without the header {@code Authorization}. An own mechanism and not the container's: without a database the container's
 * answers 500, this one 503, and the client knows that it may come again. A token that lacks the scope, and a change that
 * another site's page may have sent, are refused here, before any resource is reached. The bodies come from the error page.
 */
@ApplicationScoped
class ApiAuthentication implements HttpAuthenticationMechanism {

    private static final String SIGN_IN = "/api/session";

    private final IdentityStoreHandler identities;
    private final TokenAuthentication tokens;
    private final SessionAuthentication sessions;
    private final Gate gate;
    private final ClientAddresses addresses;

    @Inject
    ApiAuthentication(
            IdentityStoreHandler identities,
            TokenAuthentication tokens,
            SessionAuthentication sessions,
            Gate gate,
            ClientAddresses addresses) {
        this.identities = identities;
        this.tokens = tokens;
        this.sessions = sessions;
        this.gate = gate;
        this.addresses = addresses;
    }

    /** For the proxy. */
    ApiAuthentication() {
        this(null, null, null, null, null);
    }

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
            throws AuthenticationException {
        if (isOfTheConsole(request)) {
            return context.doNothing();
        }
        boolean withToken = TokenText.of(request.getHeader("Authorization")).isPresent();
        Optional<Problem> refusal = context.isProtected() ? gate.refusal(request, withToken) : Optional.empty();
        if (refusal.isPresent()) {
            return Refusal.answer(refusal.get(), request, response);
        }
        AuthenticationStatus status = recognise(request, response, context);
        if (response.getStatus() == HttpServletResponse.SC_UNAUTHORIZED) {
            gate.failed(request);
        }
        return status;
    }

    private AuthenticationStatus recognise(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
            throws AuthenticationException {
        try {
            return validate(request, response, context);
        } catch (LockedOutException e) {
            return Refusal.answer(e.problem(), request, response);
        } catch (RuntimeException e) {
            LogEvent.ACCOUNTS_UNREADABLE.log(e);
            return Refusal.unavailable(response);
        }
    }

    private AuthenticationStatus validate(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
            throws AuthenticationException {
        String header = request.getHeader("Authorization");
        Optional<BasicCredentials> credentials = BasicCredentials.of(header);
        Optional<TokenText> token = TokenText.of(header);
        if (isSignIn(request)) {
            return signIn(request, response, context);
        }
        if (credentials.isPresent()) {
            return withPassword(credentials.get(), request, response, context);
        }
        if (token.isPresent()) {
            return tokens.validate(token.get(), request, response, context);
        }
        Optional<SessionLogin> session = header == null ? sessions.recognise(request) : Optional.empty();
        if (session.isPresent()) {
            return withSession(session.get(), request, response, context);
        }
        return context.isProtected() ? challenge(request, response, context) : context.doNothing();
    }

    /** Files for everybody: also for who must see that the database does not answer, and so cannot be recognised. */
    private static boolean isOfTheConsole(HttpServletRequest request) {
        String path = NeededScope.path(request);
        return path.startsWith("/console/") || path.startsWith("/webjars/");
    }

    private static boolean isSignIn(HttpServletRequest request) {
        return request.getMethod().equals("POST") && NeededScope.path(request).equals(SIGN_IN);
    }

    /** Whoever was signed in before does not matter; another site's page must not sign anybody in. */
    private static AuthenticationStatus signIn(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
            throws AuthenticationException {
        Optional<Problem> refusal = CrossSite.refusalOfOrigin(request);
        return refusal.isPresent() ? Refusal.answer(refusal.get(), request, response) : context.doNothing();
    }

    private AuthenticationStatus withPassword(
            BasicCredentials credentials,
            HttpServletRequest request,
            HttpServletResponse response,
            HttpMessageContext context) {
        CredentialValidationResult result = identities.validate(credentials.from(addresses.of(request)));
        return result.getStatus() == CredentialValidationResult.Status.VALID
                ? context.notifyContainerAboutLogin(result)
                : challenge(request, response, context);
    }

    private AuthenticationStatus withSession(
            SessionLogin login, HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
            throws AuthenticationException {
        Optional<Problem> refusal = sessions.refusal(request, login);
        return refusal.isPresent()
                ? Refusal.answer(refusal.get(), request, response)
                : context.notifyContainerAboutLogin(login.principal(), login.groups());
    }

    private AuthenticationStatus challenge(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        Challenge.set(request, response, sessions.hasCookie(request));
        return context.responseUnauthorized();
    }
}
