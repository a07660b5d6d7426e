package org.lethe.breaker;

import org.lethe.storage.StorageId;

/**
 * A breaker has come into another state, or into another person's hands: fired once for each change, within its transaction, on
 * the node that makes it. OPEN and HALF_OPEN may take turns for as long as an outage lasts.
 *
 * @param by who brought it there: a login, or {@code system}
 */
public record BreakerChanged(StorageId storage, BreakerState from, BreakerState to, String why, String by) {}
