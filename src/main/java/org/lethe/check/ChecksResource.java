package org.lethe.check;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.lethe.settings.LetheSettings;

/** {@code /admin/checks}: whether the set-up keeps what Lethe promises. */
@Path("/")
@ApplicationScoped
@RolesAllowed({"operator", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class ChecksResource {

    @Inject
    SetUp setUp;

    @Inject
    LetheSettings settings;

    /** Every check, as it was seen ten seconds ago at most. */
    @GET
    @Path("admin/checks")
    public ChecksView checks() {
        return ChecksView.of(setUp.look(), settings.node().name());
    }
}
