package org.lethe.photo;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.lethe.account.CurrentAccount;

/**
 * {@code /photos/{id}/content} and {@code /photos/{id}/thumbnail}: a photo's bytes, whole or in part, or not at all when
 * the client has them.
 */
@Path("/")
@ApplicationScoped
@RolesAllowed("owner")
public class PhotoContentResource {

    private static final int PARTIAL_CONTENT = 206;
    private static final int RANGE_NOT_SATISFIABLE = 416;

    @Inject
    FindPhotos find;

    @Inject
    PhotoContent content;

    @Inject
    CurrentAccount account;

    @Context
    Request request;

    /** The bytes as they came. */
    @GET
    @Path("photos/{id}/content")
    @Produces(MediaType.WILDCARD)
    public Response content(
            @PathParam("id") UUID id,
            @HeaderParam("Range") String range,
            @HeaderParam("If-Range") String ifRange,
            @QueryParam("download") boolean download) {
        return serve(find.original(account.id(), id), range, ifRange, download);
    }

    /** A thumbnail: {@code small} for lists, {@code large} for a screen. */
    @GET
    @Path("photos/{id}/thumbnail")
    @Produces(MediaType.WILDCARD)
    public Response thumbnail(
            @PathParam("id") UUID id,
            @HeaderParam("Range") String range,
            @HeaderParam("If-Range") String ifRange,
            @QueryParam("size") @DefaultValue("small") String size) {
        return serve(find.thumbnail(account.id(), id, size), range, ifRange, false);
    }

    private Response serve(ServedFile file, String rangeHeader, String ifRange, boolean download) {
        EntityTag tag = new EntityTag(file.tag());
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        if (unchanged != null) {
            return withCaching(unchanged, tag).build();
        }
        boolean sameForRange = ifRange == null || ifRange.equals("\"" + tag.getValue() + "\"");
        Optional<ByteRange> range = ByteRange.of(sameForRange ? rangeHeader : null, file.bytes());
        return range.map(part -> withCaching(part(file, part), tag)
                        .header(HttpHeaders.CONTENT_DISPOSITION, PresentedName.of(download, file.filename()))
                        .build())
                .orElseGet(() -> Response.status(RANGE_NOT_SATISFIABLE)
                        .header("Content-Range", "bytes */" + file.bytes())
                        .build());
    }

    private Response.ResponseBuilder part(ServedFile file, ByteRange part) {
        Response.ResponseBuilder response = Response.ok(content.open(file.key(), part), file.contentType())
                .header(HttpHeaders.CONTENT_LENGTH, part.length())
                .header("Accept-Ranges", "bytes")
                .header("X-Content-Type-Options", "nosniff");
        if (!part.isWhole()) {
            response.status(PARTIAL_CONTENT).header("Content-Range", part.contentRange());
        }
        return response;
    }

    private static Response.ResponseBuilder withCaching(Response.ResponseBuilder response, EntityTag tag) {
        CacheControl cache = new CacheControl();
        cache.setPrivate(true);
        cache.setNoCache(true); // a deleted photo must not be shown from a cache
        return response.tag(tag).cacheControl(cache);
    }
}
