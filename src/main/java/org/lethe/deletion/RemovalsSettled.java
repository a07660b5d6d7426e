package org.lethe.deletion;

import java.util.UUID;

/** Removals of a deletion have left WAITING; it may be complete. */
public record RemovalsSettled(UUID deletionId) {}
