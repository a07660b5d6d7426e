package org.lethe.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lethe.problem.Problem;

/**
 * Which scope a request needs when it comes with an API token. The one place that decides it; what is not foreseen here,
 * no token may do. It narrows only: the account's roles are asked all the same.
 *
 * @param anyOf any of these is enough, the narrowest first; empty when no token may, whatever its scopes
 */
record NeededScope(List<Scope> anyOf) {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    NeededScope {
        anyOf = List.copyOf(anyOf);
    }

    /**
     * @param method the HTTP method, in the upper case in which it came
     * @param path from the server's root, decoded and normalised
     */
    static NeededScope of(String method, String path) {
        if (isWithin("/api/admin/accounts", path) || isWithin("/api/admin/notifications/channels", path)) {
            return any(Scope.ADMIN);
        }
        if (isWithin("/api/admin/storages", path) && method.equals("PUT")) {
            return any(Scope.ADMIN);
        }
        if (isWithin("/api/admin/redelivery", path) && !SAFE.contains(method) && !path.endsWith("/preview")) {
            return any(Scope.ADMIN);
        }
        if (isWithin("/api/admin/queues", path) && !SAFE.contains(method)) {
            return any(Scope.ADMIN);
        }
        if (isWithin("/api/admin/error-policies", path) && !SAFE.contains(method) && !path.endsWith("/preview")) {
            return any(Scope.ADMIN);
        }
        if (isWithin("/api/admin", path)) {
            return any(Scope.OPERATE, Scope.ADMIN);
        }
        if (isWithin("/api/session", path)) {
            return any();
        }
        if (SAFE.contains(method)) {
            return any(Scope.READ);
        }
        return isWithin("/api/tokens", path) ? changesTokens(method) : changesPhotos(method, path);
    }

    /** As the container matches it with its constraints: decoded, normalised, without parameters. */
    static String path(HttpServletRequest request) {
        return request.getServletPath()
                + Optional.ofNullable(request.getPathInfo()).orElse("");
    }

    static NeededScope of(HttpServletRequest request) {
        return of(request.getMethod(), path(request));
    }

    /** Whether no token may, whatever its scopes. */
    boolean takesPassword() {
        return anyOf.isEmpty();
    }

    boolean isMetBy(Collection<Scope> scopes) {
        return !Collections.disjoint(anyOf, scopes);
    }

    /** The narrowest scope with which it would be allowed; empty when there is none. */
    Optional<Scope> toAskFor() {
        return anyOf.stream().findFirst();
    }

    /** 403: what is told to whose token does not meet it. */
    Problem refusal() {
        return toAskFor()
                .map(Scope::wireName)
                .map(scope -> Problem.of("insufficient-scope", 403, "The token lacks the scope '%s'.".formatted(scope))
                        .withExtra(Map.of("missingScope", scope)))
                .orElseGet(() ->
                        Problem.of("password-needed", 403, "No token may do this. It takes the login and password."));
    }

    /** A token never makes tokens: a stolen one would outlive its own end. */
    private static NeededScope changesTokens(String method) {
        return method.equals("DELETE") ? any(Scope.DELETE) : any();
    }

    private static NeededScope changesPhotos(String method, String path) {
        if (isWithin("/api/deletions", path)) {
            return any(Scope.DELETE);
        }
        if (isWithin("/api/uploads", path)) {
            return any(Scope.WRITE); // to give one up takes nothing away that was there before
        }
        if (!isWithin("/api/albums", path) && !isWithin("/api/photos", path)) {
            return any();
        }
        return any(method.equals("DELETE") ? Scope.DELETE : Scope.WRITE);
    }

    private static boolean isWithin(String root, String path) {
        return path.equals(root) || path.startsWith(root + '/');
    }

    private static NeededScope any(Scope... scopes) {
        return new NeededScope(List.of(scopes));
    }
}
