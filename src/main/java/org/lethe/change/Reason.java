package org.lethe.change;

import java.util.List;
import org.lethe.problem.FieldError;
import org.lethe.problem.FieldRule;

/** Why a person changes something: what a text must be to be kept as that. */
public final class Reason {

    private static final int SHORTEST = 3;
    private static final int LONGEST = 500;

    private Reason() {}

    /** What is wrong with it; spaces around it do not count. */
    public static List<FieldError> faultsOf(String reason) {
        String text = reason.strip();
        boolean sayable = text.length() >= SHORTEST
                && text.length() <= LONGEST
                && text.chars().noneMatch(Character::isISOControl);
        return sayable
                ? List.of()
                : List.of(new FieldError(
                        "reason",
                        "must say why in " + SHORTEST + " to " + LONGEST + " characters, without control characters",
                        FieldRule.length(SHORTEST, LONGEST)));
    }
}
