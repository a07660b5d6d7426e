/**
 * Who did what, and from where: every administrative act has an entry, committed with the act itself, only ever added to,
 * and chained by hashes so that a change or a gap shows.
 *
 * <p>Entry: {@link org.lethe.audit.Audit}; {@link org.lethe.audit.VerifyChain} for the proof. Knows problems, pages,
 * requests, the log; it must know neither accounts nor any other feature: they know it.
 */
package org.lethe.audit;
