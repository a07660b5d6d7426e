package org.lethe.identity;

import java.util.Set;

/**
 * Whom a token tells of.
 *
 * @param subject unique for its issuer, for ever (OpenID Connect Core, section 2, {@code sub})
 * @param roles names of Lethe's roles, mapped from the claim of the settings; those that map to nothing are left out
 */
public record Identity(String issuer, String subject, Set<String> roles) {

    public Identity {
        roles = Set.copyOf(roles);
    }
}
