/**
 * A delete from its request to its proof. Entry: {@link org.lethe.deletion.RequestDeletion}, then
 * {@link org.lethe.deletion.PlanRemoval}, {@link org.lethe.deletion.RemoveFiles}, {@link org.lethe.deletion.FinishDeletion};
 * {@link org.lethe.deletion.Reconcile} stands behind them all. Knows nothing of what a person does with a failure.
 */
package org.lethe.deletion;
