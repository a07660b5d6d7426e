package org.lethe.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds the problem within an exception: containers wrap what was thrown in exceptions of their own, so the whole chain
 * of causes is asked, by one question after the other.
 */
final class UnwrapProblem {

    private static final int DEEPEST_CAUSE = 30;

    private final List<Function<Throwable, Optional<Problem>>> questions = new ArrayList<>();

    UnwrapProblem(Iterable<? extends ProblemTranslator> translators) {
        questions.add(UnwrapProblem::ofProblem);
        translators.forEach(translator -> questions.add(translator::translate));
        questions.add(UnwrapProblem::ofViolations);
        questions.add(UnwrapProblem::ofWebApplication);
        questions.add(Connectivity::outcomeUnknown);
        questions.add(Connectivity::unavailable);
        questions.add(Connectivity::rolledBack);
    }

    /** The problem, or empty when nobody expected this exception. */
    Optional<Problem> in(Throwable exception) {
        List<Throwable> chain = chain(exception);
        return questions.stream()
                .flatMap(question -> chain.stream().map(question).flatMap(Optional::stream))
                .findFirst();
    }

    private static List<Throwable> chain(Throwable exception) {
        List<Throwable> chain = new ArrayList<>();
        for (Throwable next = exception; next != null && chain.size() < DEEPEST_CAUSE; next = next.getCause()) {
            chain.add(next);
        }
        return chain;
    }

    private static Optional<Problem> ofProblem(Throwable exception) {
        return exception instanceof ProblemException known ? Optional.of(known.problem()) : Optional.empty();
    }

    private static Optional<Problem> ofViolations(Throwable exception) {
        if (!(exception instanceof ConstraintViolationException violations)) {
            return Optional.empty();
        }
        List<FieldError> errors = violations.getConstraintViolations().stream()
                .map(UnwrapProblem::fieldError)
                .sorted((one, other) -> one.field().compareTo(other.field()))
                .toList();
        return Optional.of(
                Problem.of("malformed", 400, "Some fields are not acceptable.").withErrors(errors));
    }

    /** The first nodes of the path are the method and its parameter (Jakarta Validation 3.0, section 5.4.3). */
    private static FieldError fieldError(ConstraintViolation<?> violation) {
        List<String> names = new ArrayList<>();
        for (Path.Node node : violation.getPropertyPath()) {
            names.add(node.toString());
        }
        List<String> fields =
                names.size() > 2 ? names.subList(2, names.size()) : names.subList(names.size() - 1, names.size());
        return new FieldError(String.join(".", fields), violation.getMessage());
    }

    private static Optional<Problem> ofWebApplication(Throwable exception) {
        if (!(exception instanceof WebApplicationException web)) {
            return Optional.empty();
        }
        int status = web.getResponse().getStatus();
        return status < 400 ? Optional.empty() : Optional.of(ofStatus(status));
    }

    /** What a container says with a status alone. */
    static Problem ofStatus(int status) {
        Problem problem = Problem.of(ProblemTypes.slugOf(status), status, ProblemTypes.detailOf(status));
        return status == 503 ? problem.withRetryAfter(Duration.ofSeconds(5)) : problem;
    }
}
