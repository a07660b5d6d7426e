package org.lethe.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.lethe.problem.Problem;
import org.lethe.problem.ProblemException;

/** Who is asking. For the time of one HTTP request, on its thread. */
@RequestScoped
public class CurrentAccount {

    private final SecurityContext security;

    @Inject
    CurrentAccount(SecurityContext security) {
        this.security = security;
    }

    /** For the proxy. */
    CurrentAccount() {
        this(null);
    }

    /**
     * The account's id: the owner of what this request makes.
     *
     * @throws ProblemException 401 when nobody was recognised
     */
    public UUID id() {
        return principal().id();
    }

    /**
     * The account's login.
     *
     * @throws ProblemException 401 when nobody was recognised
     */
    public String login() {
        return principal().getName();
    }

    public boolean has(Role role) {
        return security.isCallerInRole(role.wireName());
    }

    Set<Role> roles() {
        return Arrays.stream(Role.values()).filter(this::has).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Lets through who has one of these roles.
     *
     * @throws ProblemException 403 otherwise
     */
    public void require(Role... anyOf) {
        if (Arrays.stream(anyOf).noneMatch(this::has)) {
            throw Problem.forbidden().exception();
        }
    }

    private AccountPrincipal principal() {
        return security.getPrincipalsByType(AccountPrincipal.class).stream()
                .findFirst()
                .orElseThrow(() -> Problem.unauthorized().exception());
    }
}
