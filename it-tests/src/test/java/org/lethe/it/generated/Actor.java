package org.lethe.it.generated;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import org.lethe.it.ApiOperation;
import org.lethe.it.LetheClient;

/**
 * Somebody who tries an operation.
 *
 * @param name for people
 * @param client how they come
 * @param roles of their account; nothing for who is not known
 * @param scopes of their token; nothing for who comes with a password
 * @param fixtures what their account has, if it can have anything
 */
record Actor(
        String name,
        LetheClient client,
        Optional<Set<String>> roles,
        Optional<Set<String>> scopes,
        Optional<Fixtures> fixtures) {

    static Actor stranger(String name, LetheClient client) {
        return new Actor(name, client, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** 401 or 403 by what is described; nothing when they may. */
    Optional<Integer> refusal(ApiOperation operation) {
        if (operation.isForEverybody()) {
            return Optional.empty();
        }
        if (roles.isEmpty()) {
            return Optional.of(401);
        }
        boolean may = !Collections.disjoint(roles.get(), operation.roles())
                && (scopes.isEmpty() || !Collections.disjoint(scopes.get(), operation.scopes()));
        return may ? Optional.empty() : Optional.of(403);
    }

    /**
     * Whether they come in the way that the operation asks for; what is only for a session has nothing to say to who has
     * none.
     */
    boolean comesAsAskedFor(ApiOperation operation) {
        return operation.isForEverybody() || operation.schemes().contains(scheme());
    }

    private String scheme() {
        return client.isSession() ? "session" : scopes.isPresent() ? "bearer" : "basic";
    }

    /** Whether nothing in the operation can be closed to them. */
    boolean hasAllRolesFor(ApiOperation operation) {
        return roles.isPresent() && roles.get().containsAll(operation.roles());
    }

    @Override
    public String toString() {
        return name;
    }
}
