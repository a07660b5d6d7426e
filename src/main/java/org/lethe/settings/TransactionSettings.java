package org.lethe.settings;

import java.time.Duration;

/**
 * Limits of transactions.
 *
 * @param timeout the server's JTA timeout; whoever sets the server's must set this one alike
 * @param inDoubtLimit a branch that stays prepared for longer is an alarm
 */
public record TransactionSettings(Duration timeout, Duration inDoubtLimit) {}
