package org.lethe.album;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.lethe.account.CurrentAccount;
import org.lethe.idempotency.Idempotent;
import org.lethe.idempotency.NewId;
import org.lethe.page.Page;
import org.lethe.page.PageRequest;
import org.lethe.problem.Problem;

/** {@code /albums}: an owner's albums. */
@Path("/")
@RequestScoped
@Transactional
@Produces(MediaType.APPLICATION_JSON)
public class AlbumsResource {

    @Inject
    Albums albums;

    @Inject
    CurrentAccount account;

    @Inject
    NewId made;

    @Context
    UriInfo uri;

    /** Makes an album. */
    @POST
    @Idempotent
    @Path("albums")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(NewAlbum wanted) {
        if (wanted == null) {
            throw Problem.malformed("Send {\"name\": \"…\"}.").exception();
        }
        Album album =
                made.earlier().flatMap(id -> albums.find(account.id(), id)).orElseGet(() -> added(wanted.validName()));
        return Response.created(uri.getBaseUriBuilder().path("albums/{id}").build(album.id()))
                .entity(AlbumView.of(album))
                .build();
    }

    /** Lists the owner's albums, newest first. */
    @GET
    @Path("albums")
    public Page<AlbumView> list(@QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
        PageRequest page = PageRequest.of(limit, cursor);
        return Page.of(albums.visible(account.id(), page), page, Album::place, AlbumView::of);
    }

    /** One album. */
    @GET
    @Path("albums/{id}")
    public AlbumView one(@PathParam("id") UUID id) {
        return albums.visible(account.id(), id).map(AlbumView::of).orElseThrow(() -> Problem.notFound("album", id)
                .exception());
    }

    private Album added(String name) {
        Album album = new Album(made.next(), account.id(), name, Instant.now().truncatedTo(ChronoUnit.MICROS));
        albums.add(album);
        return album;
    }
}
