package org.lethe.overview;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.function.BooleanSupplier;
import org.lethe.account.CurrentAccount;
import org.lethe.account.LastingLogin;
import org.lethe.settings.LetheSettings;
import org.lethe.settings.ProgressSettings;
import org.lethe.stream.EventStream;
import org.lethe.stream.OutletOfResource;

/**
 * {@code /admin/events}: the whole, live, for one page of the console (HTML Living Standard, 9.2). An event has all figures
 * of its kind, so whoever missed some has missed nothing. A stream ends with the session that it was opened by, within some
 * seconds, and after {@code lethe.progress.lifetime} at the latest; its client then comes again.
 */
@Path("/")
@ApplicationScoped
@RolesAllowed({"operator", "admin"})
public class EventsResource {

    @Inject
    DescribeOverview describe;

    @Inject
    Samples samples;

    @Inject
    OverviewStreams streams;

    @Inject
    CurrentAccount account;

    @Inject
    LastingLogin login;

    @Inject
    LetheSettings settings;

    /** Streams the overview, and tells when deletions or failures have changed. */
    @GET
    @Path("admin/events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public void events(
            @HeaderParam(HttpHeaders.LAST_EVENT_ID_HEADER) String lastId,
            @Context HttpServletRequest request,
            @Context HttpServletResponse response,
            @Context SseEventSink sink,
            @Context Sse sse) {
        Sample sample = samples.current();
        OverviewTelling now = OverviewTelling.of(describe.of(sample), sample.work());
        streams.open().requireRoomFor(account.id());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Accel-Buffering", "no"); // or a proxy keeps events back
        ProgressSettings limits = settings.progress();
        BooleanSupplier mayGoOn = login.lastsOf(request);
        EventStream.Watcher watcher = new EventStream.Watcher(account.id(), account.id(), mayGoOn);
        EventStream stream = new EventStream(watcher, new OutletOfResource(sink, sse), lastId, limits.lifetime());
        streams.open().add(stream);
        stream.tell(now, limits.heartbeat());
    }
}
