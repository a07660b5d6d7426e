package org.lethe.overview;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** {@code /admin/overview}: the whole at one moment; {@code /admin/attention}: what of it needs a person. */
@Path("/")
@ApplicationScoped
@RolesAllowed({"operator", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class OverviewResource {

    @Inject
    DescribeOverview describe;

    /** The same as the event {@code overview}. */
    @GET
    @Path("admin/overview")
    public OverviewView overview() {
        return describe.now();
    }

    /** What needs a person, the worst first. */
    @GET
    @Path("admin/attention")
    public AttentionList attention() {
        OverviewView now = describe.now();
        return new AttentionList(now.at(), now.attention());
    }
}
