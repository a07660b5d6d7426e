/**
 * A breaker for each storage: when a storage does not answer, it is left alone, so that no attempt of what waits for it is
 * used up, and the work goes on by itself when it is well again.
 *
 * <p>What a breaker does is decided by {@link org.lethe.breaker.Breaker} alone; there is one row for each storage, the same
 * for all nodes. Each node counts the errors that it meets and asks its own copy before an attempt
 * ({@link org.lethe.breaker.LiveBreakers}); {@code ObeyBreakers} carries what it has found to the row, and the row to the
 * copy. While a breaker is open its queue is held back at the broker ({@code redelivery.HoldQueue}), and {@code ProbeStorage}
 * looks whether the storage is well, on one node at a time. Here is also what operators see of a storage.
 *
 * <p>Knows storages and their queues; it must know neither deletions nor files.
 */
package org.lethe.breaker;
