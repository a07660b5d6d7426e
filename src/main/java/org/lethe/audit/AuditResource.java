package org.lethe.audit;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
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
    AuditEntries entries;

    @Inject
    VerifyChain verify;

    /** Lists entries, newest first; every parameter narrows the list. */
    @GET
    @Path("admin/audit")
    @Transactional
    public Page<AuditEntryView> list(
            @QueryParam("actor") String actor,
            @QueryParam("action") String action,
            @QueryParam("subject") String subject,
            @QueryParam("from") String from,
            @QueryParam("until") String until,
            @QueryParam("limit") String limit,
            @QueryParam("cursor") String cursor) {
        AuditQuery query = new AuditQuery();
        AuditFilter filter = new AuditFilter(
                query.text("actor", actor),
                query.action(action),
                query.text("subject", subject),
                query.time("from", from),
                query.time("until", until));
        query.check();
        PageRequest page = PageRequest.of(limit, cursor);
        return Page.of(entries.page(filter, page), page, ChainedEntry::place, AuditEntryView::of);
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
}
