package org.lethe.settings;

import java.time.Duration;

/**
 * What the connection pool was given. Both stand here to be checked against the other limits.
 *
 * @param socketTimeout the driver's limit for one answer, after which it gives the connection up
 * @param statementTimeout the database's limit for one statement of a transaction, waits for locks among it
 */
public record DatabaseSettings(Duration socketTimeout, Duration statementTimeout) {}
