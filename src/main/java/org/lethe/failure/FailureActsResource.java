package org.lethe.failure;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.lethe.account.CurrentAccount;
import org.lethe.change.Precondition;

/** What a person does about failures under {@code /admin/failures}, each time for a reason. */
@Path("/")
@ApplicationScoped
@RolesAllowed({"operator", "admin"})
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class FailureActsResource {

    @Inject
    ActOnOne one;

    @Inject
    ActOnMany many;

    @Inject
    RetryFailure retry;

    @Inject
    FindFailures find;

    @Inject
    DescribeFailure describe;

    @Inject
    CurrentAccount account;

    @Context
    Request request;

    /** To whom failures can be assigned. */
    @GET
    @Path("admin/failures/assignees")
    public Assignees assignees() {
        return find.assignees();
    }

    /** Gives a failure to somebody. */
    @POST
    @Path("admin/failures/{id}/assign")
    public Response assign(@PathParam("id") UUID id, JsonValue body) {
        return act(id, ActKind.ASSIGN, body);
    }

    /** Takes a failure from whoever has it. */
    @POST
    @Path("admin/failures/{id}/unassign")
    public Response unassign(@PathParam("id") UUID id, JsonValue body) {
        return act(id, ActKind.UNASSIGN, body);
    }

    /** Adds to a failure's history. */
    @POST
    @Path("admin/failures/{id}/note")
    public Response note(@PathParam("id") UUID id, JsonValue body) {
        return act(id, ActKind.NOTE, body);
    }

    /** Leaves a failure as it is. */
    @POST
    @Path("admin/failures/{id}/ignore")
    public Response ignore(@PathParam("id") UUID id, JsonValue body) {
        return act(id, ActKind.IGNORE, body);
    }

    /** Says how a failure was seen to. */
    @POST
    @Path("admin/failures/{id}/resolve")
    public Response resolve(@PathParam("id") UUID id, JsonValue body) {
        return act(id, ActKind.RESOLVE, body);
    }

    /** Sends a failure again; the body may be absent. */
    @POST
    @Path("admin/failures/{id}/retry")
    public Response retry(@PathParam("id") UUID id, String body) {
        retry.retry(id, account.login(), ReadAct.optionalReason(body), tag -> Precondition.isMet(request, tag));
        return answer(id);
    }

    /** Does something about all failures that match. */
    @POST
    @Path("admin/failures/acts")
    public DoneActs acts(JsonValue body) {
        return many.act(ReadAct.many(body));
    }

    private Response act(UUID id, ActKind kind, JsonValue body) {
        one.act(id, ReadAct.one(kind, body), tag -> Precondition.isMet(request, tag));
        return answer(id);
    }

    private Response answer(UUID id) {
        DescribeFailure.Described failure = describe.one(id);
        return Precondition.answer(failure.tag(), failure.view());
    }
}
