package org.lethe.errorpolicy;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Predicate;
import org.lethe.change.Precondition;
import org.lethe.idempotency.Idempotent;
import org.lethe.idempotency.NewId;
import org.lethe.page.Page;
import org.lethe.page.PageRequest;
import org.lethe.problem.Problem;

/** {@code /admin/error-policies}: what becomes of failures. Operators read it, administrators change it. */
@Path("/")
@ApplicationScoped
@RolesAllowed({"operator", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class ErrorPoliciesResource {

    @Inject
    DescribeErrorPolicies describe;

    @Inject
    ChangeErrorPolicy change;

    @Inject
    NewId made;

    @Context
    Request request;

    @Context
    HttpHeaders headers;

    @Context
    UriInfo uri;

    /** Every policy, in the order in which they count. */
    @GET
    @Path("admin/error-policies")
    public ErrorPolicyList all() {
        return describe.all();
    }

    /** Adds a policy. */
    @POST
    @Idempotent
    @Path("admin/error-policies")
    @RolesAllowed("admin")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response add(JsonValue body) {
        WantedPolicy wanted = WantedPolicy.of(body, Instant.now());
        UUID id = made.earlier().filter(describe::exists).orElseGet(() -> added(wanted));
        ErrorPolicyView view = describe.one(id);
        return Precondition.created(
                describe.tag(view),
                view,
                uri.getAbsolutePathBuilder().path(id.toString()).build());
    }

    private UUID added(WantedPolicy wanted) {
        UUID id = made.next();
        change.add(id, wanted);
        return id;
    }

    /** One policy. */
    @GET
    @Path("admin/error-policies/{id}")
    public Response one(@PathParam("id") UUID id) {
        return answer(id);
    }

    /** Puts a policy in the place of the present one. */
    @PUT
    @Path("admin/error-policies/{id}")
    @RolesAllowed("admin")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response put(@PathParam("id") UUID id, JsonValue body) {
        change.put(id, WantedPolicy.of(body, Instant.now()), isSeen());
        return answer(id);
    }

    /** Ends a policy. */
    @DELETE
    @Path("admin/error-policies/{id}")
    @RolesAllowed("admin")
    public void delete(@PathParam("id") UUID id, @QueryParam("reason") String reason) {
        change.delete(id, WantedPolicy.reason(reason), isSeen());
    }

    /** What it was before, newest first. */
    @GET
    @Path("admin/error-policies/{id}/versions")
    public Page<ErrorPolicyVersionView> versions(
            @PathParam("id") UUID id, @QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
        return describe.versions(id, PageRequest.of(limit, cursor));
    }

    private Response answer(UUID id) {
        ErrorPolicyView view = describe.one(id);
        return Precondition.answer(describe.tag(view), view);
    }

    /** @throws org.lethe.problem.ProblemException 428 when the client does not say what it has seen */
    private Predicate<PolicyInForce.Tag> isSeen() {
        if (headers.getHeaderString(HttpHeaders.IF_MATCH) == null) {
            throw Problem.preconditionRequired("Say with If-Match which version you have seen: the policy's ETag.")
                    .exception();
        }
        return tag -> Precondition.isMet(request, tag);
    }
}
