package org.lethe.failure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lethe.problem.FieldError;
import org.lethe.problem.ProblemException;

/** What a query asks for: which failures, in which order. */
record FailureQuery(FailureFilter filter, FailureSort sort) {

    /** @throws ProblemException 400 with all that is wrong */
    static FailureQuery of(Map<String, List<String>> parameters) {
        List<FieldError> errors = new ArrayList<>();
        FailureFilter filter = ReadFilter.query(parameters, errors);
        List<String> sorts = parameters.getOrDefault("sort", List.of());
        FailureSort sort = FailureSort.of(sorts.isEmpty() ? null : sorts.get(0), errors);
        ReadFilter.refuse("Some parameters are not acceptable.", errors);
        return new FailureQuery(filter, sort);
    }

    /**
     * Where a page begins.
     *
     * @throws ProblemException 400 when it is no place in this order
     */
    Optional<FailurePlace> after(String cursor) {
        return Optional.ofNullable(cursor).filter(text -> !text.isEmpty()).map(text -> FailurePlace.decode(sort, text));
    }
}
