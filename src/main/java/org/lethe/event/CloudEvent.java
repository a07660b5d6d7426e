package org.lethe.event;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.UUID;

/**
 * An event as it is told (CloudEvents 1.0).
 *
 * @param json in the structured format
 */
public record CloudEvent(Event event, UUID id, Instant time, String json) {

    /** Something that happens now. */
    public static CloudEvent of(Event event) {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        Instant now = Instant.now();
        return new CloudEvent(event, id, now, EventJson.write(event, id, now).toString());
    }
}
