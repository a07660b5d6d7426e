package org.lethe.event;

import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import java.time.Instant;
import java.util.UUID;

/** Events as CloudEvents 1.0 in the structured JSON format. */
final class EventJson {

    static final String SPECIFICATION = "1.0";
    static final String SOURCE = "/lethe";

    /** Looked up once: {@code Json} would search every archive for it each time. */
    private static final JsonProvider JSON = JsonProvider.provider();

    private EventJson() {}

    static JsonObject write(Event event, UUID id, Instant time) {
        return JSON.createObjectBuilder()
                .add("specversion", SPECIFICATION)
                .add("id", id.toString())
                .add("source", SOURCE)
                .add("type", event.type())
                .add("subject", event.subject().toString())
                .add("time", time.toString())
                .add("datacontenttype", "application/json")
                .add("data", event.data())
                .build();
    }
}
