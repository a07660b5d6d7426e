/**
 * Tells subscribers what has happened, on the broker's address {@code lethe.event}. Entry:
 * {@link org.lethe.event.EventMessages}. Knows nothing of what the events are about; features do, and tell it.
 */
package org.lethe.event;
