/**
 * What the broker says of itself: its queues, their depth, their consumers and settings. Entry:
 * {@link org.lethe.broker.BrokerManagement}. Sends and receives no work; knows nothing of deletions.
 */
package org.lethe.broker;
