package org.lethe.account;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import org.lethe.problem.Problem;

/** Lets through who has one of these roles; with none, nobody. Safe for use by many threads. */
@Priority(Priorities.AUTHORIZATION)
final class AllowedRolesFilter implements ContainerRequestFilter {

    private final List<String> roles;

    AllowedRolesFilter(List<String> roles) {
        this.roles = List.copyOf(roles);
    }

    @Override
    public void filter(ContainerRequestContext request) {
        SecurityContext caller = request.getSecurityContext();
        if (roles.stream().noneMatch(caller::isUserInRole)) {
            throw Problem.forbidden().exception();
        }
    }
}
