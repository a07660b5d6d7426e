package org.lethe.notification;

import java.time.Instant;

/**
 * What happened to a group, counted.
 *
 * @param settles whether it says that what happened before is over
 * @param detail of the last one, for a person
 */
record Happened(Group group, boolean settles, long count, Instant firstAt, Instant lastAt, String detail) {}
