package org.lethe.callback;

import java.util.UUID;

/**
 * What is to be sent.
 *
 * @param eventId the same each time that it is sent, so that who gets it twice can tell
 * @param body the event as JSON
 */
record DueCallback(UUID deletionId, UUID owner, String url, UUID eventId, String body) {}
