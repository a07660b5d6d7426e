/**
 * The catalogue of what Lethe writes to its log. Entry: {@link org.lethe.log.LogEvent}. Each event has a number that
 * never changes its meaning, so that an alert can be bound to it.
 */
package org.lethe.log;
