package org.lethe.photo;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.lethe.account.CurrentAccount;
import org.lethe.change.MergePatch;
import org.lethe.change.Precondition;
import org.lethe.page.Page;
import org.lethe.page.PageRequest;
import org.lethe.problem.Problem;

/** {@code /photos} and the photos of an album: lists, metadata, changes. */
@Path("/")
@ApplicationScoped
@RolesAllowed("owner")
@Produces(MediaType.APPLICATION_JSON)
public class PhotosResource {

    @Inject
    FindPhotos find;

    @Inject
    Photos photos;

    @Inject
    ChangePhoto change;

    @Inject
    CurrentAccount account;

    @Context
    Request request;

    /** Lists the photos of an album, newest first. */
    @GET
    @Path("albums/{id}/photos")
    public Page<PhotoView> list(
            @PathParam("id") UUID album, @QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
        PageRequest page = PageRequest.of(limit, cursor);
        return Page.of(find.inAlbum(account.id(), album, page), page, Photo::place, PhotoView::of);
    }

    /** All photos of this owner by the time at which they were taken, the latest first. */
    @GET
    @Path("photos")
    public Page<PhotoView> inTime(
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("limit") String limit,
            @QueryParam("cursor") String cursor) {
        PageRequest page = PageRequest.of(limit, cursor);
        List<Photo> found = find.inTime(account.id(), TimeRange.of(from, to), page);
        return Page.of(found, page, Photo::placeInTime, PhotoView::of);
    }

    /** A photo's metadata. */
    @GET
    @Path("photos/{id}")
    public Response one(@PathParam("id") UUID id) {
        return Precondition.answer(request, PhotoView.of(find.one(account.id(), id)));
    }

    /** Renames a photo, or moves it to another album. */
    @PATCH
    @Path("photos/{id}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @Transactional
    public Response change(@PathParam("id") UUID id, JsonValue body) {
        Photo photo = photos.lock(account.id(), id)
                .orElseThrow(() -> Problem.notFound("photo", id).exception());
        Precondition.require(request, PhotoView.of(photo));
        change.change(photo, MergePatch.of(body, ChangePhoto.FILENAME, ChangePhoto.ALBUM));
        return Precondition.changed(PhotoView.of(photo));
    }
}
