package org.lethe.failure;

import java.time.Instant;

/**
 * Something that happened to a failure: an attempt, a dead letter, or what a person did.
 *
 * @param attempt null when it is not one
 */
public record FailureEvent(Instant at, String what, String actor, String detail, FailureAttempt attempt) {}
