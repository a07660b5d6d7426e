package org.lethe.progress;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.UUID;
import org.lethe.account.CurrentAccount;
import org.lethe.account.LastingLogin;
import org.lethe.deletion.FindDeletions;
import org.lethe.settings.LetheSettings;
import org.lethe.settings.ProgressSettings;
import org.lethe.stream.EventStream;
import org.lethe.stream.OutletOfResource;

/**
 * {@code /deletions/{id}/events}: how the deletion stands now, then each change, until it is over (HTML Living Standard,
 * 9.2). Each event has all figures. A stream lives for {@code lethe.progress.lifetime} at most; its client then comes
 * again with {@code Last-Event-ID} and its credentials. One that may not any more is shown nothing some seconds later.
 */
@Path("/")
@ApplicationScoped
@RolesAllowed("owner")
public class ProgressResource {

    @Inject
    FindDeletions find;

    @Inject
    ProgressStreams streams;

    @Inject
    CurrentAccount account;

    @Inject
    LastingLogin login;

    @Inject
    LetheSettings settings;

    /** Streams the progress of one deletion. 204, which tells a browser not to come again, when the end was seen. */
    @GET
    @Path("deletions/{id}/events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public void events(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.LAST_EVENT_ID_HEADER) String lastId,
            @Context HttpServletRequest request,
            @Context HttpServletResponse response,
            @Context SseEventSink sink,
            @Context Sse sse) {
        ProgressEvent now = ProgressEvent.of(find.one(account.id(), id));
        if (now.isLast() && now.id().equals(lastId)) {
            throw new WebApplicationException(Response.noContent().build());
        }
        streams.open().requireRoomFor(account.id());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Accel-Buffering", "no"); // or a proxy keeps events back
        ProgressSettings limits = settings.progress();
        EventStream.Watcher watcher = new EventStream.Watcher(account.id(), id, login.lastsOf(request));
        EventStream stream = new EventStream(watcher, new OutletOfResource(sink, sse), lastId, limits.lifetime());
        streams.open().add(stream);
        stream.tell(now, limits.heartbeat());
    }
}
