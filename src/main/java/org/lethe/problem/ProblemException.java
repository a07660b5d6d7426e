package org.lethe.problem;

import static java.util.Objects.requireNonNull;

/**
 * Ends a request with a {@link Problem} as its answer. Unchecked, so that a transaction around it is rolled back.
 */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        this(problem, null);
    }

    public ProblemException(Problem problem, Throwable cause) {
        super(problem.status() + " " + problem.slug() + ": " + problem.detail(), cause);
        this.problem = requireNonNull(problem);
    }

    public Problem problem() {
        return problem;
    }
}
