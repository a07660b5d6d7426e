package org.lethe.callback;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.UUID;
import org.lethe.account.CurrentAccount;
import org.lethe.audit.Audit;
import org.lethe.audit.AuditAction;

/** {@code /callback-secret}: what the callbacks of who is asking are signed with. */
@Path("/callback-secret")
@ApplicationScoped
@RolesAllowed("owner")
@Transactional
@Produces(MediaType.APPLICATION_JSON)
public class CallbackSecretResource {

    @Inject
    CallbackSecrets secrets;

    @Inject
    CallbackGenerations generations;

    @Inject
    Audit audit;

    @Inject
    CurrentAccount account;

    /** Shows it. */
    @POST
    @Path("show")
    public Response show() {
        return shown(AuditAction.CALLBACK_SECRET_SHOWN);
    }

    /** Replaces it; for a day callbacks are signed with both. */
    @POST
    @Path("rotate")
    public Response rotate() {
        generations.next(account.id());
        return shown(AuditAction.CALLBACK_SECRET_ROTATED);
    }

    private Response shown(AuditAction action) {
        UUID owner = account.id();
        CallbackSecretView view = new CallbackSecretView(secrets.of(owner).get(0));
        audit.record(action, owner.toString(), Map.of());
        return Response.ok(view).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }
}
