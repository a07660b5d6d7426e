package org.lethe.settings;

import java.time.Duration;

/**
 * The console's live figures.
 *
 * @param period how often they are sampled while somebody looks
 * @param streams open on one node
 * @param streamsPerAccount of one account, open on one node
 */
public record OverviewSettings(Duration period, int streams, int streamsPerAccount) {}
