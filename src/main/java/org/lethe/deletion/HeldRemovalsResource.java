package org.lethe.deletion;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.lethe.page.Cursor;
import org.lethe.page.Page;
import org.lethe.page.PageRequest;
import org.lethe.problem.FieldError;
import org.lethe.problem.Problem;
import org.lethe.storage.StorageId;

/** {@code /admin/held-removals}: what waits for a date before it is tried again. */
@Path("/")
@ApplicationScoped
@RolesAllowed({"operator", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class HeldRemovalsResource {

    @Inject
    HeldRemovals held;

    @Inject
    ReleaseHeld release;

    /** Lists them, those that were held last first. */
    @GET
    @Path("admin/held-removals")
    @Transactional
    public Page<HeldRemoval> list(
            @QueryParam("storage") String storage,
            @QueryParam("deletion") String deletion,
            @QueryParam("limit") String limit,
            @QueryParam("cursor") String cursor) {
        PageRequest page = PageRequest.of(limit, cursor);
        List<HeldRemoval> rows = held.page(
                Optional.ofNullable(storage).map(HeldRemovalsResource::storage),
                Optional.ofNullable(deletion).map(HeldRemovalsResource::deletion),
                page);
        return Page.of(rows, page, row -> new Cursor(row.since(), new UUID(0, row.id())), row -> row);
    }

    /** Counts them by storage, date and reason. */
    @GET
    @Path("admin/held-removals/summary")
    @Transactional
    public HeldSummary summary() {
        return held.summary();
    }

    /** Lets some or all go at once. */
    @POST
    @Path("admin/held-removals/release")
    @Consumes(MediaType.APPLICATION_JSON)
    public ReleaseHeld.Released release(JsonValue body) {
        return release.release(HeldToRelease.of(body));
    }

    private static StorageId storage(String name) {
        try {
            return StorageId.of(name);
        } catch (IllegalArgumentException none) {
            throw Problem.malformed(none.getMessage(), List.of(new FieldError("storage", "must be main or backup")))
                    .exception(none);
        }
    }

    private static UUID deletion(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            throw Problem.malformed(
                            "'" + text + "' is not a deletion's id.",
                            List.of(new FieldError("deletion", "is not a UUID")))
                    .exception(notAnId);
        }
    }
}
