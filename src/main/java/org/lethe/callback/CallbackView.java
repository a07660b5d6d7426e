package org.lethe.callback;

import java.time.Instant;

/**
 * A callback as its owner sees it.
 *
 * @param attempts calls that were made since the deletion ended last
 * @param deliveredAt null until it was delivered
 * @param lastError why the last call that failed did; null when none has
 */
public record CallbackView(String url, CallbackState state, int attempts, Instant deliveredAt, String lastError) {}
