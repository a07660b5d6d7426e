package org.lethe.reply;

import java.util.UUID;

/**
 * By what a request is recognised when it comes again.
 *
 * @param text what its owner named it, or the message's id
 */
public record RequestKey(UUID owner, String text) {}
