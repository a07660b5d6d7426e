package org.lethe.notification;

import java.time.Instant;

/**
 * How what a channel sent has fared.
 *
 * @param waiting notifications that are tried, or wait for their next attempt
 * @param lastDeliveredAt null when none ever was
 * @param lastFailedAt the last attempt that failed; null when none did, as lastError
 */
public record ChannelState(long waiting, Instant lastDeliveredAt, Instant lastFailedAt, String lastError) {}
