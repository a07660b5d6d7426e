package org.lethe.breaker;

import java.time.Instant;
import java.util.Optional;

/**
 * One look whether a storage is well.
 *
 * @param error what was wrong; empty when nothing was
 */
record Probe(Instant at, long tookMillis, Optional<String> error) {}
