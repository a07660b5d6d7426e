package org.lethe.settings;

import java.time.Duration;

/**
 * Streams that show the progress of deletions.
 *
 * @param period how often it is looked what has changed
 * @param heartbeat how long a stream may be silent
 * @param lifetime how long a stream lives until its client has to come again, with its credentials
 * @param streams open on one node
 * @param streamsPerOwner of one owner, open on one node
 */
public record ProgressSettings(
        Duration period, Duration heartbeat, Duration lifetime, int streams, int streamsPerOwner) {}
