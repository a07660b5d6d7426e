package org.lethe.settings;

import java.time.Duration;

/**
 * What the connection pool was given.
 *
 * @param socketTimeout the driver's limit for one answer; stands here to be checked against the other limits
 */
public record DatabaseSettings(Duration socketTimeout) {}
