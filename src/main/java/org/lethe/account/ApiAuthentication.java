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
import org.lethe.problem.ContainerErrors;
import org.lethe.problem.Problem;

/**
 * HTTP Basic (RFC 7617) with login and password, or an API token (RFC 6750). An own mechanism and not the container's:
 * without a database the container's answers 500, this one 503, and the client knows that it may come again. A token that
 * lacks the scope is refused here, before any resource is reached. The bodies come from the error page.
 */
@ApplicationScoped
class ApiAuthentication implements HttpAuthenticationMechanism {

    private static final String CHALLENGE = "WWW-Authenticate";
    private static final String BASIC = "Basic realm=\"Lethe\", charset=\"UTF-8\"";
    private static final String BEARER = "Bearer realm=\"Lethe\"";
    private static final String INVALID_TOKEN = "Bearer error=\"invalid_token\"";

    private final IdentityStoreHandler identities;
    private final RecogniseToken tokens;

    @Inject
    ApiAuthentication(IdentityStoreHandler identities, RecogniseToken tokens) {
        this.identities = identities;
        this.tokens = tokens;
    }

    /** For the proxy. */
    ApiAuthentication() {
        this(null, null);
    }

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
            throws AuthenticationException {
        String header = request.getHeader("Authorization");
        Optional<BasicCredentials> credentials = BasicCredentials.of(header);
        Optional<TokenText> token = TokenText.of(header);
        try {
            if (credentials.isPresent()) {
                return withPassword(credentials.get(), response, context);
            }
            if (token.isPresent()) {
                return withToken(token.get(), request, response, context);
            }
            return context.isProtected() ? challenge(response, context) : context.doNothing();
        } catch (RuntimeException e) {
            return cannotTell(response, e);
        }
    }

    private AuthenticationStatus withPassword(
            BasicCredentials credentials, HttpServletResponse response, HttpMessageContext context) {
        CredentialValidationResult result = identities.validate(credentials.credential());
        return result.getStatus() == CredentialValidationResult.Status.VALID
                ? context.notifyContainerAboutLogin(result)
                : challenge(response, context);
    }

    private AuthenticationStatus withToken(
            TokenText token, HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
            throws AuthenticationException {
        Optional<TokenLogin> login = tokens.recognise(token);
        if (login.isEmpty()) {
            response.setHeader(CHALLENGE, INVALID_TOKEN);
            return context.responseUnauthorized();
        }
        NeededScope needed = NeededScope.of(request.getMethod(), path(request));
        if (context.isProtected() && !needed.isMetBy(login.get().scopes())) {
            return refuse(needed, request, response);
        }
        return context.notifyContainerAboutLogin(
                login.get().principal(), login.get().groups());
    }

    /** As the container matches it with its constraints: decoded, normalised, without parameters. */
    private static String path(HttpServletRequest request) {
        return request.getServletPath()
                + Optional.ofNullable(request.getPathInfo()).orElse("");
    }

    /** Both ways are named to who comes without credentials, or with a wrong password. */
    private static AuthenticationStatus challenge(HttpServletResponse response, HttpMessageContext context) {
        response.setHeader(CHALLENGE, BASIC);
        response.addHeader(CHALLENGE, BEARER);
        return context.responseUnauthorized();
    }

    private static AuthenticationStatus refuse(
            NeededScope needed, HttpServletRequest request, HttpServletResponse response)
            throws AuthenticationException {
        needed.toAskFor()
                .map(scope -> "Bearer error=\"insufficient_scope\", scope=\"" + scope.wireName() + '"')
                .ifPresent(challenge -> response.setHeader(CHALLENGE, challenge));
        Problem problem = needed.refusal();
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
