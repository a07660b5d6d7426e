package org.lethe.deletion;

import java.util.UUID;

/** What an owner asks for, and the id that the deletion has if it is accepted. */
record DeletionRequest(UUID id, UUID owner, DeletionTarget target, DeletionTerms terms) {}
