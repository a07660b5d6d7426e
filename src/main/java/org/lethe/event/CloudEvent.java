package org.lethe.event;

import java.util.UUID;

/**
 * An event as it is told (CloudEvents 1.0).
 *
 * @param json in the structured format
 */
public record CloudEvent(UUID id, String json) {}
