package org.lethe.requester;

import java.util.Optional;
import org.lethe.reply.Requester;
import org.lethe.settings.Secret;

/**
 * A request as it came.
 *
 * @param messageId the broker client's name for the message; the same when the broker delivers it again
 * @param text empty when it is not text
 * @param token empty when there is none
 * @param key what its owner named it; empty when they did not
 * @param requester who waits for replies; empty when nobody does
 * @param foreignReplyTo where replies may not go; empty when it names no such address
 */
record ReceivedRequest(
        String messageId,
        Optional<String> text,
        Optional<Secret> token,
        Optional<String> key,
        Optional<Requester> requester,
        Optional<String> foreignReplyTo) {}
