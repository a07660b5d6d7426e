package org.lethe.failure;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import jakarta.transaction.Transactional;
import java.util.List;
import org.lethe.errorpolicy.DescribeErrorPolicies;
import org.lethe.errorpolicy.DescribeErrorPolicies.Draft;
import org.lethe.failure.ErrorPolicyPreview.ClassOfFailures;

/** Holds the draft of an error policy against the failures so far. Changes nothing. */
@Dependent
class PreviewErrorPolicy {

    private final DescribeErrorPolicies policies;
    private final FailureClasses classes;

    @Inject
    PreviewErrorPolicy(DescribeErrorPolicies policies, FailureClasses classes) {
        this.policies = policies;
        this.classes = classes;
    }

    /**
     * What a draft is about.
     *
     * @throws org.lethe.problem.ProblemException 400 or 422 with all that is wrong with it
     */
    @Transactional
    ErrorPolicyPreview of(JsonValue body) {
        Draft draft = policies.draft(body);
        List<ClassOfFailures> matched = classes.matching(draft.match()).stream()
                .map(counted -> view(counted, draft))
                .toList();
        return new ErrorPolicyPreview(
                matched.stream().mapToLong(ClassOfFailures::open).sum(), matched);
    }

    private static ClassOfFailures view(FailureClasses.Counted counted, Draft draft) {
        return new ClassOfFailures(
                counted.what().cause(),
                counted.what().kind(),
                counted.what().storage(),
                counted.what().queue(),
                counted.open(),
                counted.all(),
                counted.lastAt(),
                draft.decidedBy(counted.what()),
                draft.wouldDecide(counted.what()));
    }
}
