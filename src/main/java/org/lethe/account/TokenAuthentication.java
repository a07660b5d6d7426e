package org.lethe.account;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.lethe.audit.Origin;
import org.lethe.identity.KeysUnavailableException;
import org.lethe.problem.Problem;
import org.lethe.request.ClientAddresses;
import org.lethe.request.RequestIds;

/**
 * Whether a request may come with the token that it brings: an API token, narrowed by its scopes, or one of the outside
 * provider, which may do what its roles may; but neither makes tokens.
 */
@Dependent
class TokenAuthentication {

    private static final String INVALID = "Bearer error=\"invalid_token\"";
    private static final Duration COME_AGAIN = Duration.ofSeconds(10);

    private final RecogniseToken tokens;
    private final RecogniseIdentity identities;
    private final ClientAddresses addresses;

    @Inject
    TokenAuthentication(RecogniseToken tokens, RecogniseIdentity identities, ClientAddresses addresses) {
        this.tokens = tokens;
        this.identities = identities;
        this.addresses = addresses;
    }

    AuthenticationStatus validate(
            TokenText token, HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
            throws AuthenticationException {
        if (token.isOfProvider()) {
            return withIdentity(token, request, response, context);
        }
        Optional<TokenLogin> login = tokens.recognise(token);
        if (login.isEmpty()) {
            return invalid(response, context);
        }
        NeededScope needed = NeededScope.of(request);
        if (context.isProtected() && !needed.isMetBy(login.get().scopes())) {
            return refuse(needed, request, response);
        }
        return context.notifyContainerAboutLogin(
                login.get().principal(), login.get().groups());
    }

    private AuthenticationStatus withIdentity(
            TokenText token, HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
            throws AuthenticationException {
        Optional<IdentityLogin> login;
        try {
            login = identities.recognise(token, origin(request));
        } catch (KeysUnavailableException unavailable) {
            return Refusal.answer(cannotTell(), request, response);
        }
        if (login.isEmpty()) {
            return invalid(response, context);
        }
        Set<String> roles = login.get().roles();
        if (context.isProtected() && roles.isEmpty()) {
            return Refusal.answer(Problem.forbidden(), request, response);
        }
        if (context.isProtected() && NeededScope.of(request).takesPassword()) {
            return refuse(NeededScope.of(request), request, response);
        }
        return context.notifyContainerAboutLogin(login.get().principal(), roles);
    }

    private Origin origin(HttpServletRequest request) {
        return new Origin(Origin.ANONYMOUS, Optional.of(addresses.of(request)), Optional.of(RequestIds.of(request)));
    }

    private static Problem cannotTell() {
        return Problem.unavailable(
                "provider-unavailable",
                "The identity provider's keys cannot be had now. Nothing was done.",
                COME_AGAIN);
    }

    private static AuthenticationStatus invalid(HttpServletResponse response, HttpMessageContext context) {
        response.setHeader(Challenge.HEADER, INVALID);
        return context.responseUnauthorized();
    }

    private static AuthenticationStatus refuse(
            NeededScope needed, HttpServletRequest request, HttpServletResponse response)
            throws AuthenticationException {
        needed.toAskFor()
                .map(scope -> "Bearer error=\"insufficient_scope\", scope=\"" + scope.wireName() + '"')
                .ifPresent(challenge -> response.setHeader(Challenge.HEADER, challenge));
        return Refusal.answer(needed.refusal(), request, response);
    }
}
