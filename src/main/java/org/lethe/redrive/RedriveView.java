package org.lethe.redrive;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A redrive as operators see it.
 *
 * @param endedAt null until it is over
 * @param run since it was begun, or resumed after a stop
 * @param step of the ramp; null beyond it, and when it is over
 * @param waitsFor why nothing goes now although it runs; empty when it goes
 * @param secondsLeft until all have gone at its rate, at least; null unless it runs
 * @param changedBy who last paused, resumed, stopped or cancelled it; null when nobody has
 * @param changedBecause why it was stopped, or what that person said; null when they did not
 */
public record RedriveView(
        UUID id,
        RedriveState state,
        JsonObject filter,
        int ratePerSecond,
        List<Integer> ramp,
        double stopAtFailureRatio,
        String reason,
        String createdBy,
        Instant createdAt,
        Instant endedAt,
        Counts counts,
        Run run,
        RampStep step,
        List<WaitsFor> waitsFor,
        Long secondsLeft,
        String changedBy,
        Instant changedAt,
        String changedBecause) {

    /** The present run. */
    public record Run(int number, long sent, long succeeded, long failedAgain, double failureRatio) {}

    /**
     * What it waits for.
     *
     * @param what {@code OUTCOMES} of the ramp's step, or a {@code QUEUE} that is paused
     * @param queue which one; null for outcomes
     */
    public record WaitsFor(String what, String queue) {}
}
