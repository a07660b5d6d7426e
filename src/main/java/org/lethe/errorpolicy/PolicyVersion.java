package org.lethe.errorpolicy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.lethe.change.Difference;

/**
 * A version of a policy, as it was put.
 *
 * @param version from 1 on
 * @param deleted whether it is the end of the policy: the document is that of the version before
 */
record PolicyVersion(
        UUID policyId, int version, ErrorPolicy policy, boolean deleted, String reason, String author, Instant at) {

    List<Difference> differencesTo(ErrorPolicy other) {
        return Difference.between(ErrorPolicyJson.flat(policy), ErrorPolicyJson.flat(other));
    }
}
