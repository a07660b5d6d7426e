package org.lethe.failure;

import java.util.UUID;

/**
 * Failures of a group that a filter means.
 *
 * @param storage null when it is not about one
 * @param files how many files these had when they last failed
 */
public record MatchingGroup(UUID id, FailureKind kind, String storage, String cause, long failures, long files) {}
