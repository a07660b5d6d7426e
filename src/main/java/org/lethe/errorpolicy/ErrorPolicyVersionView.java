package org.lethe.errorpolicy;

import java.time.Instant;
import java.util.List;
import org.lethe.change.Difference;

/**
 * One version of a policy.
 *
 * @param deleted whether it is the end of the policy
 * @param differences from the version before to this one; of the first, none
 */
public record ErrorPolicyVersionView(
        int version,
        boolean deleted,
        ErrorPolicy policy,
        String reason,
        String author,
        Instant at,
        List<Difference> differences) {

    static ErrorPolicyVersionView of(PolicyVersion version, PolicyVersion before) {
        return new ErrorPolicyVersionView(
                version.version(),
                version.deleted(),
                version.policy(),
                version.reason(),
                version.author(),
                version.at(),
                before == null ? List.of() : before.differencesTo(version.policy()));
    }
}
