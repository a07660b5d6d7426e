package org.lethe.deletion;

import java.util.UUID;

/** Asks for one page of a deletion to be planned. */
public record PlanRemovalMessage(UUID deletionId, int page) implements RemovalMessage {}
