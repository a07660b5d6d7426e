package org.lethe.upload;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.lethe.account.CurrentAccount;

/** {@code /usage}: how much an owner holds, and may hold. */
@Path("/usage")
@ApplicationScoped
@RolesAllowed("owner")
@Transactional
@Produces(MediaType.APPLICATION_JSON)
public class UsageResource {

    @Inject
    Usages usages;

    @Inject
    CurrentAccount account;

    /** What the owner who asks holds. */
    @GET
    public UsageView own() {
        return UsageView.of(usages.of(account.id()), usages.awaitingRemoval(account.id()));
    }
}
