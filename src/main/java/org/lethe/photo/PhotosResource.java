package org.lethe.photo;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.lethe.account.CurrentAccount;
import org.lethe.page.Page;
import org.lethe.page.PageRequest;

/** {@code /photos} and the photos of an album: lists, metadata. */
@Path("/")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class PhotosResource {

    @Inject
    FindPhotos find;

    @Inject
    CurrentAccount account;

    /** Lists the photos of an album, newest first. */
    @GET
    @Path("albums/{id}/photos")
    public Page<PhotoView> list(
            @PathParam("id") UUID album, @QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
        PageRequest page = PageRequest.of(limit, cursor);
        return Page.of(find.inAlbum(account.id(), album, page), page, Photo::place, PhotoView::of);
    }

    /** A photo's metadata. */
    @GET
    @Path("photos/{id}")
    public PhotoView one(@PathParam("id") UUID id) {
        return PhotoView.of(find.one(account.id(), id));
    }
}
