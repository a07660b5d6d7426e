package org.lethe.notification;

import java.time.Instant;
import java.util.UUID;

/**
 * What one channel is told.
 *
 * @param id the same each time that it is sent, so that who gets it twice can tell
 * @param what never TEST for one that is kept
 * @param detail more for a person; may be empty
 * @param count how many happened; of errors that a policy notices, in how many hours they did
 * @param since the first of them
 * @param until the last of them
 */
record Notice(
        UUID id,
        UUID channel,
        What what,
        Group group,
        String detail,
        long count,
        Instant since,
        Instant until,
        Instant createdAt) {}
