package org.lethe.upload;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.lethe.account.CurrentAccount;
import org.lethe.idempotency.Idempotent;
import org.lethe.idempotency.NewId;
import org.lethe.problem.FieldError;
import org.lethe.problem.Problem;
import org.lethe.settings.LetheSettings;

/** {@code /uploads}: a photo in pieces, by tus 1.0.0. */
@RolesAllowed("owner")
@ThroughTusFilter
@Path("/uploads")
@ApplicationScoped
public class ResumableUploadsResource {

    private static final String OFFSET = "Upload-Offset";
    private static final String BYTES = "application/offset+octet-stream";

    @Inject
    ResumableSteps steps;

    @Inject
    ReceiveBytes receive;

    @Inject
    CompleteUpload complete;

    @Inject
    CurrentAccount account;

    @Inject
    NewId made;

    @Inject
    LetheSettings settings;

    @Context
    UriInfo uri;

    @Context
    HttpHeaders headers;

    /** What is spoken here. */
    @OPTIONS
    public Response options() {
        return Response.noContent()
                .header("Tus-Extension", "creation,expiration,checksum,termination")
                .header("Tus-Max-Size", settings.upload().maxBytes())
                .header("Tus-Checksum-Algorithm", UploadChecksum.ALGORITHMS)
                .build();
    }

    /** Begins an upload. */
    @POST
    @Idempotent
    public Response create(
            @HeaderParam("Upload-Length") String length, @HeaderParam("Upload-Metadata") String metadata) {
        requireTus();
        NewUpload wanted = NewUpload.of(length, metadata);
        ResumableUpload upload = made.earlier()
                .flatMap(id -> steps.begun(account.id(), id))
                .orElseGet(() -> steps.create(account.id(), made.next(), wanted));
        return Response.created(uri.getAbsolutePathBuilder()
                        .path(upload.id().toString())
                        .build())
                .header("Upload-Expires", httpDate(upload.expiresAt()))
                .build();
    }

    /** How far an upload is, and what it became. */
    @HEAD
    @Path("{id}")
    public Response progress(@PathParam("id") UUID id) {
        requireTus();
        ResumableUpload upload = steps.find(account.id(), id);
        Response.ResponseBuilder answer =
                Response.ok().header(HttpHeaders.CACHE_CONTROL, "no-store").header("Upload-Length", upload.bytes());
        if (upload.metadata() != null) {
            answer.header("Upload-Metadata", upload.metadata());
        }
        upload.photoId().ifPresent(photo -> answer.header("Lethe-Photo", photo(photo)));
        return at(upload.received(), upload, answer).build();
    }

    /** Goes on with an upload. */
    @PATCH
    @Path("{id}")
    @Consumes(BYTES)
    public Response append(
            @PathParam("id") UUID id,
            @HeaderParam(OFFSET) String offset,
            @HeaderParam("Upload-Checksum") String checksum,
            InputStream body) {
        requireTus();
        ResumableUpload upload = steps.find(account.id(), id);
        long end = receive.receive(upload.id(), number(offset), UploadChecksum.of(checksum), body);
        Response.ResponseBuilder answer = Response.noContent();
        if (end == upload.bytes()) {
            Uploaded uploaded = complete.complete(account.id(), id);
            answer.header("Lethe-Photo", photo(uploaded.photo().id()));
            if (uploaded.isDuplicate()) {
                answer.header("Lethe-Duplicate", "true");
            }
        }
        return at(end, steps.find(account.id(), id), answer).build();
    }

    /** As {@link #append}, for clients that cannot send PATCH (tus 1.0.0, X-HTTP-Method-Override). */
    @POST
    @Path("{id}")
    @Consumes(BYTES)
    public Response appendByPost(
            @PathParam("id") UUID id,
            @HeaderParam("X-HTTP-Method-Override") String method,
            @HeaderParam(OFFSET) String offset,
            @HeaderParam("Upload-Checksum") String checksum,
            InputStream body) {
        if (!"PATCH".equals(method)) {
            throw malformed("X-HTTP-Method-Override", "must be PATCH");
        }
        return append(id, offset, checksum, body);
    }

    /** Gives an upload up; what came of it is removed. 409 when it has become a photo, which stays. */
    @DELETE
    @Path("{id}")
    public void terminate(@PathParam("id") UUID id) {
        requireTus();
        steps.terminate(steps.find(account.id(), id).id(), this::address);
    }

    private void requireTus() {
        if (!ThroughTusFilter.VERSION.equals(headers.getHeaderString("Tus-Resumable"))) {
            throw Problem.of(
                            "unsupported-tus-version",
                            412,
                            "Resumable uploads are spoken in tus " + ThroughTusFilter.VERSION
                                    + ". Say so with the header Tus-Resumable.")
                    .exception();
        }
    }

    private static Response.ResponseBuilder at(long offset, ResumableUpload upload, Response.ResponseBuilder answer) {
        return answer.header(OFFSET, offset).header("Upload-Expires", httpDate(upload.expiresAt()));
    }

    private String photo(UUID photo) {
        return address(photo).toString();
    }

    private URI address(UUID photo) {
        return uri.getBaseUriBuilder().path("photos/{id}").build(photo);
    }

    private static long number(String offset) {
        return Optional.ofNullable(offset)
                .filter(text -> text.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .orElseThrow(() -> malformed(OFFSET, "must be the number of bytes that are there"));
    }

    private static RuntimeException malformed(String header, String what) {
        return Problem.malformed("The header " + header + " is not valid.", List.of(new FieldError(header, what)))
                .exception();
    }

    private static String httpDate(Instant at) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atOffset(ZoneOffset.UTC));
    }
}
