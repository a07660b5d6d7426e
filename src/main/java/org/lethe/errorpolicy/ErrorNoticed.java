package org.lethe.errorpolicy;

import java.time.Instant;
import java.util.UUID;

/**
 * Administrators are to be told of failures of a class: a policy says so. Fired in a transaction of its own, which the
 * attempt that failed does not undo; for each policy and class once an hour, on whichever node it was first.
 *
 * @param detail what was said about the first of them
 * @param deletionId to which the first of them belongs
 */
public record ErrorNoticed(
        UUID policyId, String policyName, FailureClass what, String detail, UUID deletionId, Instant at) {}
