/**
 * Sends many failures again together: slowly at first, at a rate, and not on when too many fail again.
 *
 * <p>Entry: {@link org.lethe.redrive.StartRedrive}, which fixes what belongs to a redrive, an item for each failure; then
 * {@link org.lethe.redrive.RedriveRound}, which drives all of them on, on one node, a few items in each transaction.
 * {@link org.lethe.redrive.Pace} alone decides how many may go now, and whether it is to stop. That an item was sent is
 * committed with its failure, its removal and the message, so whatever crashes, none is lost and none is sent twice. Knows
 * failures and what they are about; they do not know it.
 */
package org.lethe.redrive;
