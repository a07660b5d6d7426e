package org.lethe.deletion;

/**
 * A message on a work queue that is not one of ours. Fired inside of the transaction that takes it from the queue.
 *
 * @param description what it is, without having deserialised anything
 */
public record UnreadableMessage(String queue, String description, String why) {}
