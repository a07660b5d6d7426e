package org.lethe.settings;

import java.time.Duration;

/**
 * How rows that wait without a message are found and sent again.
 *
 * @param period how often it is looked
 * @param grace how old a row must be before it is looked at
 * @param overdue after so long without an attempt a row's message counts as lost
 */
public record ReconcileSettings(Duration period, Duration grace, Duration overdue) {}
