package org.lethe.idempotency;

import java.util.UUID;

/**
 * The right to carry a request out.
 *
 * @param holder who has it; whoever takes the key up later has another
 * @param madeId the id of what is made
 * @param takenUp whether another request had it before, and may have made it
 */
record Reservation(String login, IdempotencyKey key, UUID holder, UUID madeId, boolean takenUp) {}
