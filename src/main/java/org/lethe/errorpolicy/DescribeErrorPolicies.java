package org.lethe.errorpolicy;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lethe.page.Cursor;
import org.lethe.page.Page;
import org.lethe.page.PageRequest;
import org.lethe.problem.Problem;
import org.lethe.problem.ProblemException;

/** Tells which policies there are, and which would decide. */
@Dependent
public class DescribeErrorPolicies {

    private final ErrorPolicies policies;

    @Inject
    DescribeErrorPolicies(ErrorPolicies policies) {
        this.policies = policies;
    }

    /** In the order in which they count, those that are over too. */
    @Transactional
    ErrorPolicyList all() {
        Instant now = Instant.now();
        return new ErrorPolicyList(DecideOn.ranked(policies.present()).stream()
                .map(policy -> ErrorPolicyView.of(policy, now))
                .toList());
    }

    /** @throws ProblemException 404 */
    @Transactional
    ErrorPolicyView one(UUID id) {
        return ErrorPolicyView.of(present(id), Instant.now());
    }

    /** Whether there is such a policy of a person. */
    @Transactional
    boolean exists(UUID id) {
        return policies.find(id).isPresent();
    }

    /**
     * What a policy was before, also one that was deleted.
     *
     * @throws ProblemException 404 when there never was such a one
     */
    @Transactional
    Page<ErrorPolicyVersionView> versions(UUID id, PageRequest page) {
        List<PolicyVersion> found = policies.versions(id, page);
        if (found.isEmpty() && page.after().equals(Cursor.NEWEST)) {
            present(id);
        }
        List<ErrorPolicyVersionView> views = IntStream.range(0, Math.min(found.size(), page.rowsToRead()))
                .mapToObj(i -> ErrorPolicyVersionView.of(found.get(i), i + 1 < found.size() ? found.get(i + 1) : null))
                .toList();
        return Page.of(views, page, view -> new Cursor(view.at(), new UUID(0, view.version())), view -> view);
    }

    /** What the entity tag is made of. */
    PolicyInForce.Tag tag(ErrorPolicyView view) {
        return new PolicyInForce.Tag(view.id(), view.version());
    }

    /**
     * Reads the draft of a policy, to be held against failures.
     *
     * @throws ProblemException 400 or 422 with all that is wrong
     */
    @Transactional
    public Draft draft(JsonValue body) {
        Instant now = Instant.now();
        ErrorPolicy policy = WantedPolicy.draft(body, now);
        List<PolicyInForce> others = policies.present();
        List<PolicyInForce> without =
                others.stream().filter(one -> !isAlike(one.policy(), policy)).toList();
        PolicyInForce drafted = new PolicyInForce(new UUID(-1L, -1L), 1, policy, "", "", now);
        return new Draft(
                drafted,
                DecideOn.of(others, now),
                DecideOn.of(Stream.concat(without.stream(), Stream.of(drafted)).toList(), now));
    }

    /**
     * A policy that somebody thinks of, beside those that are there. It takes the place of the one that it would replace.
     */
    public static final class Draft {

        private final PolicyInForce policy;
        private final DecideOn present;
        private final DecideOn then;

        private Draft(PolicyInForce policy, DecideOn present, DecideOn then) {
            this.policy = policy;
            this.present = present;
            this.then = then;
        }

        /** The failures that it is about. */
        public FailureMatch match() {
            return policy.policy().match();
        }

        /** Whether it would be the one that counts for these. */
        public boolean wouldDecide(FailureClass failure) {
            return then.policy(failure).equals(policy);
        }

        /** The one that counts for these now. */
        public DecidedBy decidedBy(FailureClass failure) {
            PolicyInForce now = present.policy(failure);
            return new DecidedBy(now.id(), now.policy().name(), now.policy().action());
        }
    }

    /** A policy, by name. */
    public record DecidedBy(UUID id, String name, ErrorAction action) {}

    private static boolean isAlike(ErrorPolicy one, ErrorPolicy other) {
        return one.match().equals(other.match()) && one.ends() == other.ends();
    }

    private PolicyInForce present(UUID id) {
        Optional<PolicyInForce> builtIn = BuiltIn.POLICIES.stream()
                .filter(policy -> policy.id().equals(id))
                .findFirst();
        return builtIn.or(() -> policies.find(id))
                .orElseThrow(() -> Problem.notFound("error policy", id).exception());
    }
}
