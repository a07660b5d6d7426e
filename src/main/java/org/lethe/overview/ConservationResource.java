package org.lethe.overview;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** {@code /admin/conservation}: whether everything that was requested is accounted for. */
@Path("/")
@ApplicationScoped
@RolesAllowed({"operator", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class ConservationResource {

    @Inject
    Conservation conservation;

    /** Counts now. Reads every row of every removal: for people and checks, not for a loop. */
    @GET
    @Path("admin/conservation")
    public ConservationView count() {
        return ConservationView.of(conservation.count(), conservation.queues());
    }
}
