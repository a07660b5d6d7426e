package org.lethe.failure;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.lethe.change.Precondition;
import org.lethe.page.Page;
import org.lethe.page.PageRequest;

/** {@code /admin/failures}: what a person must handle, one by one and in groups. */
@Path("/")
@ApplicationScoped
@RolesAllowed({"operator", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class FailuresResource {

    @Inject
    FindFailures find;

    @Inject
    ExportFailures export;

    @Inject
    DescribeFailure describe;

    @Context
    UriInfo uri;

    /** Lists failures; every parameter of a filter narrows the list. */
    @GET
    @Path("admin/failures")
    public Page<FailureView> list(@QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
        FailureQuery query = query();
        PageRequest page = PageRequest.of(limit, null);
        return find.page(query.filter(), query.sort(), query.after(cursor), page.limit());
    }

    /** All failures that match, as CSV. */
    @GET
    @Path("admin/failures")
    @Produces("text/csv;charset=UTF-8;qs=0.5")
    public Response csv() {
        FailureQuery query = query();
        StreamingOutput lines = out -> export.write(query.filter(), query.sort(), out);
        return Response.ok(lines)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"failures.csv\"")
                .build();
    }

    /** What the failures that match come to. */
    @GET
    @Path("admin/failures/counts")
    public FailureFigures counts() {
        return find.figures(query().filter());
    }

    /** Lists groups; without a state, of those that wait for a person. */
    @GET
    @Path("admin/failures/groups")
    public Page<FailureGroup> groups(@QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
        return find.groups(query().filter(), PageRequest.of(limit, cursor));
    }

    /** One group, with all its failures. */
    @GET
    @Path("admin/failures/groups/{id}")
    public FailureGroup group(@PathParam("id") UUID id) {
        return find.group(id);
    }

    /** One failure with everything that is known of it. */
    @GET
    @Path("admin/failures/{id}")
    public Response one(@PathParam("id") UUID id) {
        DescribeFailure.Described failure = describe.one(id);
        return Precondition.answer(failure.tag(), failure.view());
    }

    private FailureQuery query() {
        return FailureQuery.of(uri.getQueryParameters());
    }
}
