package org.lethe.deletion;

import org.lethe.errorpolicy.Decision;

/**
 * By a policy, a removal is not tried any more. Fired in the transaction that says so in its row and takes its message.
 *
 * @param queue on which it was tried
 * @param ignored whether it is left as it is; else a person is to see to it
 */
public record RemovalGivenUp(
        RemoveFilesMessage message, String queue, AttemptError why, boolean ignored, Decision decision) {}
