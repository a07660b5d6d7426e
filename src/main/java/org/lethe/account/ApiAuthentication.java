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
import org.lethe.limits.AddressLimit;
import org.lethe.log.LogEvent;
import org.lethe.problem.ContainerErrors;
import org.lethe.problem.Problem;
import org.lethe.request.ClientAddresses;

/**
 * HTTP Basic (RFC 7617) with login and password, an API token (RFC 6750), or the cookie of a session, which counts only
 * without the header {@code Authorization}. An own mechanism and not the container's: without a database the container's
 * answers 500, this one 503, and the client knows that it may come again. A token that lacks the scope, and a change that
 * another site's page may have sent, are refused here, before any resource is reached. The bodies come from the error page.
 */
@ApplicationScoped
class ApiAuthentication implements HttpAuthenticationMechanism {

    private static final String INVALID_TOKEN = "Bearer error=\"invalid_token\"";
    private static final String SIGN_IN = "/api/session";

    private final IdentityStoreHandler identities;
    private final RecogniseToken tokens;
    private final SessionAuthentication sessions;
    private final AddressLimit strangers;
    private final ClientAddresses addresses;

    @Inject
    ApiAuthentication(
            IdentityStoreHandler identities,
            RecogniseToken tokens,
            SessionAuthentication sessions,
            AddressLimit strangers,
            ClientAddresses addresses) {
        this.identities = identities;
        this.tokens = tokens;
        this.sessions = sessions;
        this.strangers = strangers;
        this.addresses = addresses;
    }

    /** For the proxy. */
    ApiAuthentication() {
        this(null, null, null, null, null);
    }

    /** Who fails again and again is not listened to for a while, but with a token, which costs no more than a refusal. */
    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
            throws AuthenticationException {
        boolean withToken = TokenText.of(request.getHeader("Authorization")).isPresent();
        Optional<Problem> tooMany = withToken || !context.isProtected() ? Optional.empty() : strangers.refusal(request);
        if (tooMany.isPresent()) {
            return answered(() -> ContainerErrors.answer(tooMany.get(), request, response));
        }
        AuthenticationStatus status = recognise(request, response, context);
        if (response.getStatus() == HttpServletResponse.SC_UNAUTHORIZED) {
            strangers.failed(request);
        }
        return status;
    }

    private AuthenticationStatus recognise(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
            throws AuthenticationException {
        try {
            return validate(request, response, context);
        } catch (LockedOutException e) {
            return refuse(e.problem(), request, response);
        } catch (RuntimeException e) {
            return cannotTell(response, e);
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
            return withToken(token.get(), request, response, context);
        }
        Optional<SessionLogin> session = header == null ? sessions.recognise(request) : Optional.empty();
        if (session.isPresent()) {
            return withSession(session.get(), request, response, context);
        }
        return context.isProtected() ? challenge(request, response, context) : context.doNothing();
    }

    private static boolean isSignIn(HttpServletRequest request) {
        return request.getMethod().equals("POST") && path(request).equals(SIGN_IN);
    }

    /** Whoever was signed in before does not matter; another site's page must not sign anybody in. */
    private static AuthenticationStatus signIn(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
            throws AuthenticationException {
        Optional<Problem> refusal = CrossSite.refusalOfOrigin(request);
        return refusal.isPresent() ? refuse(refusal.get(), request, response) : context.doNothing();
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

    private AuthenticationStatus withToken(
            TokenText token, HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
            throws AuthenticationException {
        Optional<TokenLogin> login = tokens.recognise(token);
        if (login.isEmpty()) {
            response.setHeader(Challenge.HEADER, INVALID_TOKEN);
            return context.responseUnauthorized();
        }
        NeededScope needed = NeededScope.of(request.getMethod(), path(request));
        if (context.isProtected() && !needed.isMetBy(login.get().scopes())) {
            return refuse(needed, request, response);
        }
        return context.notifyContainerAboutLogin(
                login.get().principal(), login.get().groups());
    }

    private AuthenticationStatus withSession(
            SessionLogin login, HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
            throws AuthenticationException {
        Optional<Problem> refusal = sessions.refusal(request, login);
        return refusal.isPresent()
                ? refuse(refusal.get(), request, response)
                : context.notifyContainerAboutLogin(login.principal(), login.groups());
    }

    /** As the container matches it with its constraints: decoded, normalised, without parameters. */
    private static String path(HttpServletRequest request) {
        return request.getServletPath()
                + Optional.ofNullable(request.getPathInfo()).orElse("");
    }

    private AuthenticationStatus challenge(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        Challenge.set(request, response, sessions.hasCookie(request));
        return context.responseUnauthorized();
    }

    private static AuthenticationStatus refuse(
            NeededScope needed, HttpServletRequest request, HttpServletResponse response)
            throws AuthenticationException {
        needed.toAskFor()
                .map(scope -> "Bearer error=\"insufficient_scope\", scope=\"" + scope.wireName() + '"')
                .ifPresent(challenge -> response.setHeader(Challenge.HEADER, challenge));
        return refuse(needed.refusal(), request, response);
    }

    private static AuthenticationStatus refuse(
            Problem problem, HttpServletRequest request, HttpServletResponse response) throws AuthenticationException {
        return answered(() -> ContainerErrors.answer(problem, request, response));
    }

    private static AuthenticationStatus cannotTell(HttpServletResponse response, RuntimeException cause)
            throws AuthenticationException {
        LogEvent.ACCOUNTS_UNREADABLE.log(cause);
        return answered(() -> response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE));
    }

    private static AuthenticationStatus answered(Sending sending) throws AuthenticationException {
        try {
            sending.send();
            return AuthenticationStatus.SEND_FAILURE;
        } catch (IOException e) {
            throw new AuthenticationException("the client is gone", e);
        }
    }

    private interface Sending {

        void send() throws IOException;
    }
}
