package org.lethe.stream;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;

/** Writes events where a resource was asked for them. */
public record OutletOfResource(SseEventSink sink, Sse sse) implements Outlet {

    private static final long COME_AGAIN_MILLIS = 2000;

    @Override
    public void event(StreamEvent event) {
        send(sse.newEventBuilder()
                .id(event.id())
                .name(event.name())
                .reconnectDelay(COME_AGAIN_MILLIS)
                .mediaType(MediaType.APPLICATION_JSON_TYPE)
                .data(event.data().getClass(), event.data())
                .build());
    }

    @Override
    public void heartbeat() {
        send(sse.newEventBuilder().comment("still here").build());
    }

    @Override
    public void close() {
        sink.close();
    }

    /** Throws what went wrong. */
    private void send(OutboundSseEvent event) {
        sink.send(event).toCompletableFuture().join();
    }
}
