package org.lethe.reply;

import java.util.UUID;

/**
 * A request that was accepted.
 *
 * @param fingerprint of what was asked for
 */
public record KnownRequest(UUID deletionId, String fingerprint) {}
