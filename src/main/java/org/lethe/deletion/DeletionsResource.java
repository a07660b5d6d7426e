package org.lethe.deletion;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
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
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.lethe.account.CurrentAccount;
import org.lethe.callback.CallbackUrl;
import org.lethe.change.Precondition;
import org.lethe.idempotency.Idempotent;
import org.lethe.idempotency.NewId;
import org.lethe.page.Page;
import org.lethe.page.PageRequest;
import org.lethe.problem.Problem;
import org.lethe.settings.LetheSettings;

/** {@code /deletions}, and {@code DELETE} of an album or a photo: each answers 202 with the deletion's address. */
@Path("/")
@ApplicationScoped
@RolesAllowed("owner")
@Produces(MediaType.APPLICATION_JSON)
public class DeletionsResource {

    @Inject
    RequestDeletion request;

    @Inject
    DryRun dryRun;

    @Inject
    DecideHeld decide;

    @Inject
    RestoreDeletion restore;

    @Inject
    FindDeletions find;

    @Inject
    CurrentAccount account;

    @Inject
    NewId made;

    @Inject
    LetheSettings settings;

    @Context
    UriInfo uri;

    @Context
    Request conditions;

    /** Deletes an album and everything in it. */
    @DELETE
    @Path("albums/{id}")
    public Response deleteAlbum(@PathParam("id") UUID album, @QueryParam("restoreWindow") String window) {
        return accepted(delete(new DeletionTarget.OfAlbum(album), terms(window)));
    }

    /** Deletes one photo. */
    @DELETE
    @Path("photos/{id}")
    public Response deletePhoto(@PathParam("id") UUID photo, @QueryParam("restoreWindow") String window) {
        return accepted(delete(new DeletionTarget.OfPhoto(photo), terms(window)));
    }

    /** Deletes many photos, an album, or what a dry run counted; or makes the dry run. */
    @POST
    @Idempotent
    @Path("deletions")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response delete(NewDeletion wanted) {
        Optional<DeletionView> earlier = made.earlier().flatMap(id -> find.accepted(account.id(), id));
        if (earlier.isPresent()) {
            return accepted(earlier.get());
        }
        if (wanted == null) {
            throw Problem.malformed("Send {\"photoIds\": […]}, {\"albumId\": \"…\"} or {\"snapshotId\": \"…\"}.")
                    .exception();
        }
        DeletionTarget target = wanted.target(settings.deletion().maxPhotos());
        if (wanted.isDryRun()) {
            return Response.ok(dryRun.of(account.id(), target)).build();
        }
        Optional<CallbackUrl> callback = wanted.callbackUrl().map(url -> CallbackUrl.of(url, settings.callback()));
        return accepted(delete(target, terms(wanted.restoreWindow()).tellingTo(callback)));
    }

    /** What this owner asked to be deleted, newest first; {@code state} and {@code restorable} narrow the list. */
    @GET
    @Path("deletions")
    public Page<DeletionView> list(
            @QueryParam("state") String state,
            @QueryParam("restorable") String restorable,
            @QueryParam("limit") String limit,
            @QueryParam("cursor") String cursor) {
        return find.page(account.id(), DeletionFilter.of(state, restorable), PageRequest.of(limit, cursor));
    }

    /** One deletion with its progress. */
    @GET
    @Path("deletions/{id}")
    public Response one(@PathParam("id") UUID id) {
        return Precondition.answer(conditions, find.one(account.id(), id));
    }

    /** Carries out a deletion that is held. */
    @POST
    @Path("deletions/{id}/confirm")
    public Response confirm(@PathParam("id") UUID id) {
        return accepted(decide.confirm(account.id(), id, this::location));
    }

    /** Cancels a deletion that is held. */
    @POST
    @Path("deletions/{id}/cancel")
    public DeletionView cancel(@PathParam("id") UUID id) {
        return decide.cancel(account.id(), id, this::location);
    }

    /** Undoes a deletion within its restore window. */
    @POST
    @Path("deletions/{id}/restore")
    public DeletionView restore(@PathParam("id") UUID id) {
        restore.restore(account.id(), id);
        return find.one(account.id(), id);
    }

    private DeletionTerms terms(String restoreWindow) {
        return DeletionTerms.of(restoreWindow, settings.deletion());
    }

    private DeletionView delete(DeletionTarget target, DeletionTerms terms) {
        return request.of(account.id(), target, terms, this::location);
    }

    private Response accepted(DeletionView deletion) {
        return Response.accepted(deletion).location(location(deletion.id())).build();
    }

    private URI location(UUID id) {
        return uri.getBaseUriBuilder().path("deletions/{id}").build(id);
    }
}
