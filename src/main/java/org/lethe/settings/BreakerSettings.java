package org.lethe.settings;

import java.time.Duration;

/**
 * When a storage is left alone, and how it is found out that it is well again, where nobody has set anything else.
 *
 * @param errors so many in a row open the breaker; 0: it never opens by itself
 * @param window within which they must come
 * @param probeInterval how long after it opened the storage is probed first, and after a probe that succeeded; each further one waits twice
 *     as long
 * @param longestProbeInterval at most so long
 * @param successes probes that must succeed, one after the other, before work is tried again
 */
public record BreakerSettings(
        int errors, Duration window, Duration probeInterval, Duration longestProbeInterval, int successes) {}
