package org.lethe.breaker;

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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.function.Predicate;
import org.lethe.change.Precondition;
import org.lethe.problem.Problem;
import org.lethe.redelivery.HoldQueue;
import org.lethe.storage.StorageId;

/** {@code /admin/storages}: the storages and their breakers. Operators open and close them, administrators set their limits. */
@Path("/")
@ApplicationScoped
@RolesAllowed({"operator", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class StoragesResource {

    @Inject
    DescribeStorages describe;

    @Inject
    ChangeBreaker change;

    @Inject
    ProbeStorage probe;

    @Inject
    HoldQueue holdQueue;

    @Inject
    ObeyBreakers obey;

    @Context
    Request request;

    @Context
    HttpHeaders headers;

    /** Every storage. */
    @GET
    @Path("admin/storages")
    public StorageList all() {
        return describe.all();
    }

    /** One storage; the entity tag is that of its breaker's limits, whatever else changes. */
    @GET
    @Path("admin/storages/{id}")
    public Response one(@PathParam("id") String id) {
        return answer(storage(id));
    }

    /** Sets when its breaker opens by itself, and how it closes. */
    @PUT
    @Path("admin/storages/{id}/breaker")
    @RolesAllowed("admin")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response limit(@PathParam("id") String id, JsonValue body) {
        StorageId storage = storage(id);
        change.limit(storage, WantedLimits.of(body), isSeen());
        return obeyed(storage);
    }

    /** Opens it by hand, until somebody closes it. */
    @POST
    @Path("admin/storages/{id}/breaker/open")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response open(@PathParam("id") String id, JsonValue body) {
        StorageId storage = storage(id);
        return told(storage, change.open(storage, WantedLimits.reason(body)));
    }

    /** Closes it, whatever the probes say. */
    @POST
    @Path("admin/storages/{id}/breaker/close")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response close(@PathParam("id") String id, JsonValue body) {
        StorageId storage = storage(id);
        return told(storage, change.close(storage, WantedLimits.reason(body)));
    }

    /** Probes it now. */
    @POST
    @Path("admin/storages/{id}/breaker/probe")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response probe(@PathParam("id") String id, JsonValue body) {
        StorageId storage = storage(id);
        probe.now(storage, WantedLimits.reason(body));
        return obeyed(storage);
    }

    private Response told(StorageId storage, boolean hasChanged) {
        if (hasChanged) {
            holdQueue.tell(StorageQueue.of(storage));
        }
        return obeyed(storage);
    }

    private Response obeyed(StorageId storage) {
        obey.obey();
        return answer(storage);
    }

    private Response answer(StorageId storage) {
        StorageView view = describe.one(storage);
        return Precondition.answer(view.tag(), view);
    }

    /** @throws org.lethe.problem.ProblemException 428 when the client does not say what it has seen */
    private Predicate<LimitsTag> isSeen() {
        if (headers.getHeaderString(HttpHeaders.IF_MATCH) == null) {
            throw Problem.preconditionRequired("Say with If-Match which limits you have seen: the ETag of the storage.")
                    .exception();
        }
        return tag -> Precondition.isMet(request, tag);
    }

    private static StorageId storage(String name) {
        return Arrays.stream(StorageId.values())
                .filter(storage -> storage.wireName().equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.notFound(
                                "There is no such storage. GET /api/admin/storages lists those that there are.")
                        .exception());
    }
}
