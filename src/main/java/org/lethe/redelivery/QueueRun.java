package org.lethe.redelivery;

import java.time.Duration;
import java.util.Optional;

/**
 * Whether a queue runs.
 *
 * @param held whether it is held back now, whatever its policy says
 * @param sinceResumed since it was last let go, by whoever had stopped it; empty when nobody ever had
 */
record QueueRun(String queue, boolean held, Optional<Duration> sinceResumed) {}
