package org.lethe.notification;

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
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.lethe.change.Precondition;
import org.lethe.change.Reason;
import org.lethe.idempotency.Idempotent;
import org.lethe.idempotency.Idempotent.Secret;
import org.lethe.idempotency.NewId;
import org.lethe.outbound.OutboundRules;
import org.lethe.page.Page;
import org.lethe.page.PageRequest;
import org.lethe.problem.FieldError;
import org.lethe.problem.Problem;

/** {@code /admin/notifications}: whom people are told by, for administrators only, and what was sent. */
@Path("/")
@ApplicationScoped
@RolesAllowed("admin")
@Produces(MediaType.APPLICATION_JSON)
public class NotificationsResource {

    @Inject
    FindNotifications find;

    @Inject
    ChangeChannel change;

    @Inject
    TryChannel tryChannel;

    @Inject
    Deliver deliver;

    @Inject
    NewId made;

    @Context
    Request request;

    @Context
    HttpHeaders headers;

    @Context
    UriInfo uri;

    /** What was sent, newest first. */
    @GET
    @Path("admin/notifications")
    @RolesAllowed({"operator", "admin"})
    public Page<NotificationView> sent(
            @QueryParam("channel") String channel,
            @QueryParam("state") String state,
            @QueryParam("limit") String limit,
            @QueryParam("cursor") String cursor) {
        return find.sent(
                Optional.ofNullable(channel).map(NotificationsResource::channelId),
                Optional.ofNullable(state).map(NotificationsResource::state),
                PageRequest.of(limit, cursor));
    }

    /** Lists the channels, the newest first. */
    @GET
    @Path("admin/notifications/channels")
    public Page<ChannelView> channels(@QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
        return find.channels(PageRequest.of(limit, cursor));
    }

    /** Makes a channel. */
    @POST
    @Path("admin/notifications/channels")
    @Idempotent(secret = Secret.IN_REQUEST)
    @Consumes(MediaType.APPLICATION_JSON)
    public Response add(JsonValue body) {
        WantedChannel wanted = WantedChannel.of(body, rules());
        FindNotifications.Found channel = made.earlier().flatMap(find::find).orElseGet(() -> added(wanted));
        return Response.fromResponse(Precondition.answer(channel.tag(), channel.view()))
                .status(Response.Status.CREATED)
                .location(uri.getAbsolutePathBuilder()
                        .path(channel.view().id().toString())
                        .build())
                .build();
    }

    /** One channel; the entity tag is that of its version, whatever it has sent. */
    @GET
    @Path("admin/notifications/channels/{id}")
    public Response channel(@PathParam("id") UUID id) {
        return answer(id);
    }

    /** Puts a document in the place of the present one. */
    @PUT
    @Path("admin/notifications/channels/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response put(@PathParam("id") UUID id, JsonValue body) {
        WantedChannel wanted = WantedChannel.of(body, rules());
        change.put(id, wanted, isSeen());
        return answer(id);
    }

    /** Deletes a channel. */
    @DELETE
    @Path("admin/notifications/channels/{id}")
    public void delete(@PathParam("id") UUID id, @QueryParam("reason") String reason) {
        String why = Optional.ofNullable(reason).orElse("");
        List<FieldError> faults = Reason.faultsOf(why);
        if (!faults.isEmpty()) {
            throw Problem.malformed("Say why it is deleted: ?reason=…", faults).exception();
        }
        change.delete(id, why.strip(), isSeen());
    }

    /** Sends a test, and answers with what came of it. */
    @POST
    @Path("admin/notifications/channels/{id}/test")
    public TestView test(@PathParam("id") UUID id) {
        return tryChannel.test(id);
    }

    private FindNotifications.Found added(WantedChannel wanted) {
        return find.channel(change.add(made.next(), wanted).id());
    }

    private OutboundRules rules() {
        return deliver.rules();
    }

    private Response answer(UUID id) {
        FindNotifications.Found found = find.channel(id);
        return Precondition.answer(found.tag(), found.view());
    }

    /** @throws org.lethe.problem.ProblemException 428 when the client does not say what it has seen */
    private Predicate<ChannelView.Tag> isSeen() {
        if (headers.getHeaderString(HttpHeaders.IF_MATCH) == null) {
            throw Problem.preconditionRequired(
                            "Say with If-Match which version you have seen: the ETag of the channel.")
                    .exception();
        }
        return tag -> Precondition.isMet(request, tag);
    }

    private static UUID channelId(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            throw Problem.malformed(
                            "'" + text + "' is not a channel's id.",
                            List.of(new FieldError("channel", "is not a UUID")))
                    .exception(notAnId);
        }
    }

    private static NotificationState state(String name) {
        return Arrays.stream(NotificationState.values())
                .filter(state -> state.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> Problem.malformed(
                                "There is no state '" + name + "' of a notification.",
                                List.of(new FieldError(
                                        "state", "must be one of " + Arrays.toString(NotificationState.values()))))
                        .exception());
    }
}
