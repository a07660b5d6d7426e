package org.lethe.errorpolicy;

import java.time.Instant;
import java.util.UUID;

/**
 * What becomes of a failure, and by which policy.
 *
 * @param reason why somebody wanted it so
 * @param maxAttempts of {@link ErrorAction#RETRY} and {@link ErrorAction#NOTIFY}: after so many a person has it; null: as
 *     many as the queue makes
 * @param until of {@link ErrorAction#HOLD}: the date, which is to come; null of others
 */
public record Decision(
        ErrorAction action, UUID policyId, String policyName, String reason, Integer maxAttempts, Instant until) {

    static Decision of(PolicyInForce policy, ErrorAction action, Instant until) {
        Integer most = action.retries() ? policy.policy().maxAttempts() : null;
        return new Decision(action, policy.id(), policy.policy().name(), policy.reason(), most, until);
    }

    /** Whether the policy has a maximum of its own. */
    public boolean isLimited() {
        return maxAttempts != null;
    }

    /** Whether an attempt is the last that the policy allows. */
    public boolean endsWith(long attempts) {
        return isLimited() && attempts >= maxAttempts;
    }

    /** The policy and its reason, for a person. */
    public String because() {
        return "policy '" + policyName + "': " + reason;
    }
}
