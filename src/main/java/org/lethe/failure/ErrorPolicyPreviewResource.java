package org.lethe.failure;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** {@code /admin/error-policies/preview}: which failures a policy would be about. */
@Path("/")
@ApplicationScoped
@RolesAllowed({"operator", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class ErrorPolicyPreviewResource {

    @Inject
    PreviewErrorPolicy preview;

    /** Holds a draft against the failures so far. */
    @POST
    @Path("admin/error-policies/preview")
    @Consumes(MediaType.APPLICATION_JSON)
    public ErrorPolicyPreview preview(JsonValue body) {
        return preview.of(body);
    }
}
