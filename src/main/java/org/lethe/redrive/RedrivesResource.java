package org.lethe.redrive;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
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
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.lethe.account.CurrentAccount;
import org.lethe.change.OptionalReason;
import org.lethe.change.Precondition;
import org.lethe.idempotency.Idempotent;
import org.lethe.idempotency.NewId;
import org.lethe.page.Page;
import org.lethe.page.PageRequest;
import org.lethe.problem.FieldError;
import org.lethe.problem.Problem;

/** {@code /admin/redrives}: many failures, sent again together. */
@Path("/")
@ApplicationScoped
@RolesAllowed({"operator", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class RedrivesResource {

    @Inject
    StartRedrive start;

    @Inject
    DryRunRedrive dryRun;

    @Inject
    DecideRedrive decide;

    @Inject
    FindRedrives find;

    @Inject
    CurrentAccount account;

    @Inject
    NewId made;

    @Context
    UriInfo uri;

    @Context
    Request request;

    /** Makes a redrive, which begins by itself; or says what it would send. */
    @POST
    @Idempotent
    @Path("admin/redrives")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response start(JsonValue body) {
        Optional<RedriveView> earlier = made.earlier().flatMap(find::made);
        if (earlier.isPresent()) {
            return accepted(earlier.get());
        }
        NewRedrive wanted = NewRedrive.of(body);
        if (wanted.isDryRun()) {
            return Response.ok(dryRun.of(wanted)).build();
        }
        UUID id = made.next();
        start.start(id, wanted, account.login());
        return accepted(find.one(id));
    }

    /** All of them, newest first; {@code state} narrows the list. */
    @GET
    @Path("admin/redrives")
    public Page<RedriveView> list(
            @QueryParam("state") String state, @QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
        return find.page(wanted(RedriveState.values(), "state", state), PageRequest.of(limit, cursor));
    }

    /** One with its figures. */
    @GET
    @Path("admin/redrives/{id}")
    public Response one(@PathParam("id") UUID id) {
        return Precondition.answer(request, find.one(id));
    }

    /** What belongs to one, in the order in which it goes; {@code outcome} narrows the list. */
    @GET
    @Path("admin/redrives/{id}/items")
    public Page<ItemView> items(
            @PathParam("id") UUID id,
            @QueryParam("outcome") String outcome,
            @QueryParam("limit") String limit,
            @QueryParam("cursor") String cursor) {
        return find.items(id, wanted(ItemOutcome.values(), "outcome", outcome), PageRequest.of(limit, cursor));
    }

    /** Lets no more go for now; the body may be absent. */
    @POST
    @Path("admin/redrives/{id}/pause")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response pause(@PathParam("id") UUID id, String body) {
        decide.pause(id, account.login(), OptionalReason.inBody(body));
        return Precondition.changed(find.one(id));
    }

    /** Lets it go on; the body may be absent. */
    @POST
    @Path("admin/redrives/{id}/resume")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response resume(@PathParam("id") UUID id, String body) {
        decide.resume(id, account.login(), OptionalReason.inBody(body));
        return Precondition.changed(find.one(id));
    }

    /** Cancels it: what was not sent is not sent by it. */
    @DELETE
    @Path("admin/redrives/{id}")
    public Response cancel(@PathParam("id") UUID id, @QueryParam("reason") String reason) {
        decide.cancel(id, account.login(), OptionalReason.inQuery(reason));
        return Precondition.changed(find.one(id));
    }

    private Response accepted(RedriveView redrive) {
        return Response.accepted(redrive)
                .location(uri.getBaseUriBuilder().path("admin/redrives/{id}").build(redrive.id()))
                .build();
    }

    private static <E extends Enum<E>> Optional<E> wanted(E[] all, String parameter, String name) {
        if (name == null) {
            return Optional.empty();
        }
        return Optional.of(Arrays.stream(all)
                .filter(one -> one.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> Problem.malformed(
                                "There is no " + parameter + " '" + name + "' of redrives.",
                                List.of(new FieldError(parameter, "must be one of " + Arrays.toString(all))))
                        .exception()));
    }
}
