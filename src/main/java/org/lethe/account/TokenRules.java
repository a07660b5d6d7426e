package org.lethe.account;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lethe.problem.FieldError;
import org.lethe.problem.Problem;
import org.lethe.problem.ProblemException;

/** What an API token may look like. Notes every fault of a request before it refuses. */
final class TokenRules {

    private static final int LONGEST_NAME = 100;
    private static final Duration DEFAULT_LIFE = Duration.ofDays(90);
    private static final Duration LONGEST_LIFE = Duration.ofDays(366);

    private final List<FieldError> errors = new ArrayList<>();
    private final Instant now;

    TokenRules(Instant now) {
        this.now = now;
    }

    TokenRules name(String name) {
        if (name == null
                || name.isBlank()
                || name.length() > LONGEST_NAME
                || name.chars().anyMatch(Character::isISOControl)) {
            wrong("name", "must have 1 to " + LONGEST_NAME + " characters, none of them a control character");
        }
        return this;
    }

    /** @param roles those of the account that the token is for */
    TokenRules scopes(List<String> scopes, Set<Role> roles) {
        if (scopes == null
                || scopes.isEmpty()
                || scopes.stream().anyMatch(scope -> Scope.find(scope).isEmpty())) {
            wrong("scopes", "must be one or more of: " + everyScope());
            return this;
        }
        if (new HashSet<>(scopes).size() < scopes.size()) {
            wrong("scopes", "must not name a scope twice");
        }
        String notAllowed = scopesOf(scopes).stream()
                .filter(scope -> !roles.contains(scope.role()))
                .sorted()
                .map(Scope::wireName)
                .collect(Collectors.joining(", "));
        if (!notAllowed.isEmpty()) {
            wrong("scopes", "must be such as the roles of this account allow, unlike: " + notAllowed);
        }
        return this;
    }

    TokenRules expiresAt(String expiresAt) {
        try {
            Instant end = end(expiresAt);
            if (!end.isAfter(now) || end.isAfter(now.plus(LONGEST_LIFE))) {
                wrong("expiresAt", "must be in the future, within " + LONGEST_LIFE.toDays() + " days");
            }
        } catch (DateTimeException e) {
            wrong("expiresAt", "must be a time in ISO 8601, such as 2031-12-24T18:00:00Z");
        }
        return this;
    }

    /** @throws ProblemException 400 with all that was wrong */
    void check() {
        if (!errors.isEmpty()) {
            throw Problem.malformed("Some fields are not acceptable.", errors).exception();
        }
    }

    /**
     * When the token ends: when it says, or after the default time.
     *
     * @throws DateTimeException when the text is no time
     */
    Instant end(String expiresAt) {
        return expiresAt == null
                ? now.plus(DEFAULT_LIFE)
                : Instant.parse(expiresAt).truncatedTo(ChronoUnit.MICROS);
    }

    static Set<Scope> scopesOf(List<String> wireNames) {
        return wireNames.stream().map(Scope::find).flatMap(Optional::stream).collect(Collectors.toUnmodifiableSet());
    }

    private static String everyScope() {
        return Arrays.stream(Scope.values()).map(Scope::wireName).collect(Collectors.joining(", "));
    }

    private void wrong(String field, String message) {
        errors.add(new FieldError(field, message));
    }
}
