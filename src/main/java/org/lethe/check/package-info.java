/**
 * Whether the set-up keeps what Lethe promises: what must be so before a node serves
 * ({@link org.lethe.check.StartupChecks}), and what may go wrong while it does ({@link org.lethe.check.SetUp}). Looks at the
 * broker, the database, the storages and the clocks, and changes nothing; knows no feature but whose settings it checks.
 */
package org.lethe.check;
