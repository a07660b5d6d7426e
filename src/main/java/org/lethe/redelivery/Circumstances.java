package org.lethe.redelivery;

/**
 * What a policy meets, as far as it can be known.
 *
 * @param attemptMillis the longest that an attempt may take: the time limit of its transaction
 * @param restoreWindowMillis the longest that a message may wait for the end of a restore window; 0 where none does
 * @param nodeSessions how many messages a node can work on at once at most
 * @param keepsDeadLetters whether there is a queue for what is given up; true when nobody can say
 * @param waiting messages that wait for their next attempt now, on the schedule that they have
 */
record Circumstances(
        long attemptMillis, long restoreWindowMillis, int nodeSessions, boolean keepsDeadLetters, long waiting) {}
