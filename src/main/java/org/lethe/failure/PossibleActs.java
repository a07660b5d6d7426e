package org.lethe.failure;

import java.util.ArrayList;
import java.util.List;

/**
 * What can be done about a failure now, what to offer first before the rest. Of files that are gone already none is left to
 * send again.
 */
record PossibleActs(List<String> actions, List<Outcome> outcomes) {

    /**
     * @param isNeeded whether it can only be sent again
     * @param isGone whether its storage was asked, and has none of its files
     */
    static PossibleActs of(FailureState state, FailureKind kind, boolean isNeeded, boolean isGone) {
        List<String> actions = new ArrayList<>();
        boolean waits = FailureFilter.WAITING.contains(state);
        if (waits && isGone) {
            actions.add("resolve");
        } else if (waits && kind != FailureKind.MESSAGE) {
            actions.add("retry");
        }
        if (waits) {
            actions.add("assign");
        }
        if (state == FailureState.ASSIGNED) {
            actions.add("unassign");
        }
        actions.add("note");
        if (waits && !isNeeded) {
            actions.add("ignore");
        }
        if (waits && !isNeeded && !isGone) {
            actions.add("resolve");
        }
        Outcome outcome = isGone ? Outcome.ALREADY_GONE : Outcome.HANDLED;
        return new PossibleActs(actions, actions.contains("resolve") ? List.of(outcome) : List.of());
    }
}
