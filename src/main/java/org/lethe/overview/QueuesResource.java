package org.lethe.overview;

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
import jakarta.ws.rs.core.MediaType;
import org.lethe.broker.Queues;
import org.lethe.problem.Problem;
import org.lethe.redelivery.PauseQueue;

/** {@code /admin/queues}: what is on them. Operators look, administrators pause. */
@Path("/")
@ApplicationScoped
@RolesAllowed({"operator", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class QueuesResource {

    @Inject
    DescribeQueues describe;

    @Inject
    PauseQueue pause;

    /** Every queue. */
    @GET
    @Path("admin/queues")
    public QueueList all() {
        return describe.all();
    }

    /** One queue, and when what waits is due. */
    @GET
    @Path("admin/queues/{queue}")
    public QueueDetail one(@PathParam("queue") String queue) {
        return describe.one(known(queue));
    }

    /** Lets a queue deliver nothing. */
    @POST
    @Path("admin/queues/{queue}/pause")
    @RolesAllowed("admin")
    @Consumes(MediaType.APPLICATION_JSON)
    public QueueDetail pause(@PathParam("queue") String queue, JsonValue body) {
        pause.set(known(queue), true, body);
        return describe.one(queue);
    }

    /** Lets a queue deliver again. */
    @POST
    @Path("admin/queues/{queue}/resume")
    @RolesAllowed("admin")
    @Consumes(MediaType.APPLICATION_JSON)
    public QueueDetail resume(@PathParam("queue") String queue, JsonValue body) {
        pause.set(known(queue), false, body);
        return describe.one(queue);
    }

    private static String known(String queue) {
        if (!Queues.ALL.contains(queue)) {
            throw Problem.notFound("There is no such queue. GET /api/admin/queues lists those that there are.")
                    .exception();
        }
        return queue;
    }
}
