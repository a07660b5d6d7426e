package org.lethe.audit;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.lethe.page.Page;
import org.lethe.page.PageRequest;

/** {@code /admin/audit}: who did what. */
@Path("/")
@ApplicationScoped
@RolesAllowed({"operator", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class AuditResource {

    @Inject
    ReadChain chain;

    @Inject
    ExportEntries export;

    @Inject
    VerifyChain verify;

    @Context
    UriInfo uri;

    /** Lists entries, newest first; every parameter of the filter narrows the list. */
    @GET
    @Path("admin/audit")
    public Page<AuditEntryView> list(@QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
        AuditFilter filter = filter();
        return chain.page(filter, PageRequest.of(limit, cursor), AuditEntryView::of);
    }

    /** All entries that match, as CSV. */
    @GET
    @Path("admin/audit")
    @Produces("text/csv;charset=UTF-8;qs=0.5")
    public Response csv() {
        AuditFilter filter = filter();
        StreamingOutput lines = out -> export.write(filter, out);
        return Response.ok(lines)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"audit.csv\"")
                .build();
    }

    /** Verifies the chain from its first entry to its last. */
    @GET
    @Path("admin/audit/verification")
    public ChainVerification verify(@QueryParam("seq") String seq, @QueryParam("hash") String hash) {
        AuditQuery query = new AuditQuery();
        Optional<ChainHead> kept = query.kept(seq, hash);
        query.check();
        return verify.verify(kept);
    }

    private AuditFilter filter() {
        MultivaluedMap<String, String> asked = uri.getQueryParameters();
        AuditQuery query = new AuditQuery();
        AuditFilter filter = new AuditFilter(
                query.text("actor", asked.getFirst("actor")),
                query.action(asked.getFirst("action")),
                query.text("subject", asked.getFirst("subject")),
                query.time("from", asked.getFirst("from")),
                query.time("until", asked.getFirst("until")));
        query.check();
        return filter;
    }
}
