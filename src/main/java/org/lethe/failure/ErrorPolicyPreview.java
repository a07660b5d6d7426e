package org.lethe.failure;

import java.time.Instant;
import java.util.List;
import org.lethe.errorpolicy.DescribeErrorPolicies.DecidedBy;
import org.lethe.errorpolicy.ErrorKind;

/**
 * The failures so far that the draft of a policy is about.
 *
 * @param openFailures that wait for a person, of the classes listed
 * @param classes at most 100, most open ones first
 */
public record ErrorPolicyPreview(long openFailures, List<ClassOfFailures> classes) {

    /**
     * Failures that are treated alike.
     *
     * @param decidedBy the policy that counts for them now
     * @param wouldDecide whether the draft would; if not, a narrower one stands before it
     */
    public record ClassOfFailures(
            String cause,
            ErrorKind kind,
            String storage,
            String queue,
            long open,
            long all,
            Instant lastAt,
            DecidedBy decidedBy,
            boolean wouldDecide) {}
}
