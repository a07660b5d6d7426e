package org.lethe.settings;

import java.time.Duration;

/**
 * Metrics that cost a query.
 *
 * @param period how often they are counted anew
 */
public record MetricsSettings(Duration period) {}
