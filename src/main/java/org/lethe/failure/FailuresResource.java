package org.lethe.failure;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.lethe.account.CurrentAccount;
import org.lethe.page.Page;
import org.lethe.page.PageRequest;
import org.lethe.problem.FieldError;
import org.lethe.problem.Problem;

/** {@code /admin/failures}: what a person must handle. */
@Path("/")
@RequestScoped
@RolesAllowed({"operator", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class FailuresResource {

    @Inject
    FindFailures find;

    @Inject
    RetryFailure retry;

    @Inject
    CurrentAccount account;

    /** Lists failures, newest first; {@code state} and {@code deletion} narrow the list. */
    @GET
    @Path("admin/failures")
    public Page<FailureView> list(
            @QueryParam("state") String state,
            @QueryParam("deletion") String deletion,
            @QueryParam("limit") String limit,
            @QueryParam("cursor") String cursor) {
        return find.page(
                Optional.ofNullable(state).map(FailuresResource::state),
                Optional.ofNullable(deletion).map(FailuresResource::deletionId),
                PageRequest.of(limit, cursor));
    }

    /** One failure with its timeline. */
    @GET
    @Path("admin/failures/{id}")
    public FailureView one(@PathParam("id") UUID id) {
        return find.one(id);
    }

    /** Sends a failure again. */
    @POST
    @Path("admin/failures/{id}/retry")
    public FailureView retry(@PathParam("id") UUID id) {
        retry.retry(id, account.login());
        return find.one(id);
    }

    private static FailureState state(String name) {
        return Arrays.stream(FailureState.values())
                .filter(state -> state.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> Problem.malformed(
                                "There is no failure state '" + name + "'.",
                                List.of(new FieldError(
                                        "state", "must be one of " + Arrays.toString(FailureState.values()))))
                        .exception());
    }

    private static UUID deletionId(String text) {
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
