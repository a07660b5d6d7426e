package org.lethe.errorpolicy;

import java.util.List;

/**
 * All policies of people as they are at one revision. Fired in the transaction that makes it.
 *
 * @param revision rises with every change
 */
record ErrorPoliciesChanged(long revision, List<PolicyInForce> peoples) {}
