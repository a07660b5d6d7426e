/**
 * Settles the transactions that a crash of the server, the database or the broker left in doubt, on Payara.
 *
 * <p>Payara's own automatic recovery runs once, at a moment when a resource may not be there yet; what it could
 * not reach then it forgets, and rolls back at a later start what had been committed. {@link
 * org.lethe.recovery.RecoveryGate} is therefore deployed before the application, holds the start back until both
 * resources answer, and only then lets recovery run. While the server lives {@link
 * org.lethe.recovery.SettleBranches} settles what transactions have left behind.
 *
 * <p>This is the only place that touches Payara's internals; it knows nothing of albums, photos and deletions.
 */
package org.lethe.recovery;
