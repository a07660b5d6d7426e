package org.lethe.account;

import java.util.Set;

/**
 * Who came with a valid token of the outside provider.
 *
 * @param roles those that this very token tells of
 */
record IdentityLogin(AccountPrincipal principal, Set<String> roles) {

    IdentityLogin {
        roles = Set.copyOf(roles);
    }
}
