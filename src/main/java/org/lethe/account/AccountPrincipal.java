package org.lethe.account;

import jakarta.security.enterprise.CallerPrincipal;
import java.util.UUID;

/** Who was recognised, with the id, so that nobody has to look it up again. */
final class AccountPrincipal extends CallerPrincipal {

    private static final long serialVersionUID = 1L;

    private final UUID id;

    AccountPrincipal(UUID id, String login) {
        super(login);
        this.id = id;
    }

    UUID id() {
        return id;
    }
}
