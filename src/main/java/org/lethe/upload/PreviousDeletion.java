package org.lethe.upload;

import java.time.Instant;
import java.util.UUID;

/** A deletion, not restored, that took the same bytes before. */
record PreviousDeletion(UUID deletionId, Instant deletedAt) {}
