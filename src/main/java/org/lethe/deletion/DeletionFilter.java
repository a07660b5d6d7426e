package org.lethe.deletion;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.lethe.problem.FieldError;
import org.lethe.problem.Problem;
import org.lethe.problem.ProblemException;

/**
 * Which deletions a list shows.
 *
 * @param state only those in it
 * @param restorable only those that can, or cannot, be restored at this moment by the database's clock
 */
record DeletionFilter(Optional<DeletionState> state, Optional<Boolean> restorable) {

    /**
     * Reads the query parameters of the list.
     *
     * @throws ProblemException 400 when one of them is not acceptable
     */
    static DeletionFilter of(String state, String restorable) {
        return new DeletionFilter(
                Optional.ofNullable(state).map(DeletionFilter::state),
                Optional.ofNullable(restorable).map(DeletionFilter::yesOrNo));
    }

    /** In SQL; a state is the parameter {@code state}. */
    String conditions() {
        String restorableNow = restorable
                .map(wanted -> (wanted ? " and " : " and not ") + "(state = 'REQUESTED' and due_at > now())")
                .orElse("");
        return state.isPresent() ? restorableNow + " and state = :state" : restorableNow;
    }

    private static DeletionState state(String name) {
        return Arrays.stream(DeletionState.values())
                .filter(state -> state.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> refused(
                        "There is no deletion state '" + name + "'.",
                        "state",
                        "must be one of " + Arrays.toString(DeletionState.values())));
    }

    private static boolean yesOrNo(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw refused("restorable is either true or false.", "restorable", "must be true or false");
        }
        return text.equals("true");
    }

    private static ProblemException refused(String detail, String field, String rule) {
        return Problem.malformed(detail, List.of(new FieldError(field, rule))).exception();
    }
}
