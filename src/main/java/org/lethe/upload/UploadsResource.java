package org.lethe.upload;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;
import org.lethe.account.CurrentAccount;
import org.lethe.idempotency.Idempotent;

/** What is sent into an album. */
@Path("/")
@ApplicationScoped
@RolesAllowed("owner")
@Produces(MediaType.APPLICATION_JSON)
public class UploadsResource {

    @Inject
    UploadPhoto uploadPhoto;

    @Inject
    UploadMany uploadMany;

    @Inject
    UploadedJson json;

    @Inject
    CurrentAccount account;

    @Context
    UriInfo uri;

    /** Uploads one photo: the body is the file. Its type is what the bytes say, so any Content-Type will do. */
    @POST
    @Idempotent
    @Path("albums/{id}/photos")
    @Consumes(MediaType.WILDCARD)
    public Response upload(@PathParam("id") UUID album, @Context HttpHeaders headers, InputStream body) {
        String digest = Optional.ofNullable(headers.getHeaderString("Content-Digest"))
                .orElseGet(() -> headers.getHeaderString("Repr-Digest"));
        UploadRequest request = new UploadRequest(
                album,
                UploadHeaders.filename(headers.getHeaderString(HttpHeaders.CONTENT_DISPOSITION)),
                UploadHeaders.bytes(headers.getHeaderString(HttpHeaders.CONTENT_LENGTH)),
                UploadHeaders.sha256(digest));
        Uploaded uploaded = uploadPhoto.upload(account.id(), request, body);
        return Response.status(uploaded.status())
                .location(uri.getBaseUriBuilder()
                        .path("photos/{id}")
                        .build(uploaded.photo().id()))
                .entity(json.of(uploaded))
                .build();
    }

    /** Uploads many photos: each part with a file name is one. */
    @POST
    @Idempotent
    @Path("albums/{id}/photos")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response uploadMany(@PathParam("id") UUID album, @Context HttpHeaders headers, InputStream body) {
        if (headers.getMediaType() == null) { // then the container may choose either
            return upload(album, headers, body);
        }
        String boundary = headers.getMediaType().getParameters().get("boundary");
        FileOutcomes outcomes = uploadMany.upload(account.id(), album, body, boundary);
        return Response.status(outcomes.status())
                .entity(json.of(outcomes, uri.getRequestUri().getPath()))
                .build();
    }
}
