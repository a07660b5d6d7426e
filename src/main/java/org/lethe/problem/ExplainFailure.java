package org.lethe.problem;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Tells which problem a failure is to a client, where one request has the outcomes of several steps: elsewhere failures
 * escape, and {@link ThrowableMapper} does the same.
 */
@Dependent
public class ExplainFailure {

    private final Instance<ProblemTranslator> translators;
    private final HttpServletRequest request;

    @Inject
    ExplainFailure(@Any Instance<ProblemTranslator> translators, HttpServletRequest request) {
        this.translators = translators;
        this.request = request;
    }

    /** What nobody expected is logged. */
    public Problem of(RuntimeException failure) {
        return new UnwrapProblem(translators)
                .in(failure)
                .orElseGet(() -> Unexpected.log(failure, request, request.getRequestURI()));
    }
}
