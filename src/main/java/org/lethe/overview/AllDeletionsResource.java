package org.lethe.overview;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.lethe.page.Page;
import org.lethe.page.PageRequest;

/** {@code /admin/deletions}: all owners' deletions, to look at. */
@Path("/")
@ApplicationScoped
@RolesAllowed({"operator", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class AllDeletionsResource {

    @Inject
    DescribeDeletions describe;

    /** Lists them, newest first; every parameter narrows the list. */
    @GET
    @Path("admin/deletions")
    public Page<DeletionItem> list(
            @QueryParam("state") String state,
            @QueryParam("kind") String kind,
            @QueryParam("owner") String owner,
            @QueryParam("id") String id,
            @QueryParam("from") String from,
            @QueryParam("until") String until,
            @QueryParam("limit") String limit,
            @QueryParam("cursor") String cursor) {
        DeletionQuery query = new DeletionQuery()
                .state(state)
                .kind(kind)
                .owner(owner)
                .id(id)
                .from(from)
                .until(until)
                .checked();
        return describe.page(query, PageRequest.of(limit, cursor));
    }

    /** One of them, with what happened to it. */
    @GET
    @Path("admin/deletions/{id}")
    public DeletionDetail one(@PathParam("id") UUID id) {
        return describe.one(id);
    }
}
