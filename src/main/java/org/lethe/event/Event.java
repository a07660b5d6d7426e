package org.lethe.event;

import jakarta.json.JsonObject;
import java.util.UUID;

/**
 * Something that has happened.
 *
 * @param type its kind, as {@code org.lethe.deletion.completed}
 * @param subject the id of what it happened to
 * @param ownerId whose it is
 * @param data the facts; {@code docs/events.md} and the schemas say which
 */
public record Event(String type, UUID subject, UUID ownerId, JsonObject data) {}
