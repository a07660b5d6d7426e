package org.lethe.album;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Function;
import org.lethe.account.CurrentAccount;
import org.lethe.change.MergePatch;
import org.lethe.change.Precondition;
import org.lethe.idempotency.Idempotent;
import org.lethe.idempotency.NewId;
import org.lethe.page.Page;
import org.lethe.page.PageRequest;
import org.lethe.problem.Problem;

/** {@code /albums}: an owner's albums. */
@Path("/")
@ApplicationScoped
@RolesAllowed("owner")
@Transactional
@Produces(MediaType.APPLICATION_JSON)
public class AlbumsResource {

    @Inject
    Albums albums;

    @Inject
    CurrentAccount account;

    @Inject
    NewId made;

    @Inject
    ChangeAlbum change;

    @Context
    UriInfo uri;

    @Context
    Request request;

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
                .entity(AlbumView.empty(album))
                .build();
    }

    /** Lists the owner's albums, newest first. */
    @GET
    @Path("albums")
    public Page<AlbumView> list(@QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
        PageRequest page = PageRequest.of(limit, cursor);
        return Page.of(albums.visible(account.id(), page), page, AlbumView::place, Function.identity());
    }

    /** One album. */
    @GET
    @Path("albums/{id}")
    public Response one(@PathParam("id") UUID id) {
        return Precondition.answer(request, visible(id));
    }

    /** Changes an album's name or cover. */
    @PATCH
    @Path("albums/{id}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    public Response change(@PathParam("id") UUID id, JsonValue body) {
        Album album = albums.lock(account.id(), id)
                .orElseThrow(() -> Problem.notFound("album", id).exception());
        Precondition.require(request, visible(id));
        change.change(album, MergePatch.of(body, ChangeAlbum.NAME, ChangeAlbum.COVER));
        return Precondition.changed(visible(id));
    }

    private AlbumView visible(UUID id) {
        return albums.visible(account.id(), id)
                .orElseThrow(() -> Problem.notFound("album", id).exception());
    }

    private Album added(String name) {
        Album album = new Album(made.next(), account.id(), name, Instant.now().truncatedTo(ChronoUnit.MICROS));
        albums.add(album);
        return album;
    }
}
