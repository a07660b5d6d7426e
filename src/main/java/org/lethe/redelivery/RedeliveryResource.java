package org.lethe.redelivery;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
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
import java.util.Map;
import java.util.function.Predicate;
import org.lethe.change.OptionalReason;
import org.lethe.change.Precondition;
import org.lethe.page.Page;
import org.lethe.page.PageRequest;
import org.lethe.problem.Problem;

/** {@code /admin/redelivery}: how failing messages are tried again. Operators read it, administrators change it. */
@Path("/")
@ApplicationScoped
@RolesAllowed({"operator", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class RedeliveryResource {

    @Inject
    DescribeRedelivery describe;

    @Inject
    ChangePolicy change;

    @Inject
    TellBroker tellBroker;

    @Inject
    DeliverNow deliverNow;

    @Context
    Request request;

    @Context
    HttpHeaders headers;

    /** Every queue. */
    @GET
    @Path("admin/redelivery")
    public RedeliveryList all() {
        return describe.all();
    }

    /** One queue; the entity tag is that of its version, whatever the broker does. */
    @GET
    @Path("admin/redelivery/{queue}")
    public Response one(@PathParam("queue") String name) {
        return answer(queue(name));
    }

    /** What would come of a policy. */
    @POST
    @Path("admin/redelivery/{queue}/preview")
    @Consumes(MediaType.APPLICATION_JSON)
    public PreviewView preview(@PathParam("queue") String name, JsonValue body) {
        ManagedQueue queue = queue(name);
        return describe.preview(queue, WantedChange.preview(queue, body));
    }

    /** Puts a policy in the place of the present one. */
    @PUT
    @Path("admin/redelivery/{queue}")
    @RolesAllowed("admin")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response put(@PathParam("queue") String name, JsonValue body) {
        ManagedQueue queue = queue(name);
        change.put(queue, WantedChange.put(queue, body), isSeen());
        return told(queue);
    }

    /** What was set before, newest first. */
    @GET
    @Path("admin/redelivery/{queue}/versions")
    public Page<VersionView> versions(
            @PathParam("queue") String name, @QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
        return describe.versions(queue(name), PageRequest.of(limit, cursor));
    }

    /** Puts an earlier version back, as a new one. */
    @POST
    @Path("admin/redelivery/{queue}/versions/{version}/restore")
    @RolesAllowed("admin")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response restore(@PathParam("queue") String name, @PathParam("version") int version, JsonValue body) {
        ManagedQueue queue = queue(name);
        change.restore(queue, version, WantedChange.reason(body), isSeen());
        return told(queue);
    }

    /** Settles what somebody changed at the broker by hand. */
    @POST
    @Path("admin/redelivery/{queue}/drift")
    @RolesAllowed("admin")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response settleDrift(@PathParam("queue") String name, JsonValue body) {
        ManagedQueue queue = queue(name);
        change.settleDrift(queue, WantedChange.settle(body), isSeen());
        return told(queue);
    }

    /** Delivers at once what waits for its next attempt; the body may be absent. */
    @POST
    @Path("admin/redelivery/{queue}/deliver-now")
    @RolesAllowed("admin")
    @Consumes(MediaType.APPLICATION_JSON)
    public Map<String, Long> deliverNow(@PathParam("queue") String name, String body) {
        return Map.of("messages", deliverNow.deliver(queue(name), OptionalReason.inBody(body)));
    }

    private Response told(ManagedQueue queue) {
        tellBroker.tell(queue);
        return answer(queue);
    }

    private Response answer(ManagedQueue queue) {
        RedeliveryView view = describe.one(queue);
        return Precondition.answer(describe.tag(view), view);
    }

    /** @throws org.lethe.problem.ProblemException 428 when the client does not say what it has seen */
    private Predicate<PolicyVersion.Tag> isSeen() {
        if (headers.getHeaderString(HttpHeaders.IF_MATCH) == null) {
            throw Problem.preconditionRequired(
                            "Say with If-Match which version you have seen: the ETag of the queue's redelivery.")
                    .exception();
        }
        return tag -> Precondition.isMet(request, tag);
    }

    private static ManagedQueue queue(String name) {
        return ManagedQueue.find(name).orElseThrow(() -> Problem.notFound(
                        "There is no such queue. GET /api/admin/redelivery lists those that there are.")
                .exception());
    }
}
