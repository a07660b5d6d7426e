package org.lethe.problem;

import java.util.Map;
import java.util.OptionalLong;

/** Refuses what would be done to another number than whoever asks has been told. */
public final class WrongCount {

    private WrongCount() {}

    /**
     * Lets the expected number pass; without one, any.
     *
     * @param what is counted, in the plural
     * @throws ProblemException 409 {@code count-changed} with the present number
     */
    public static void refuse(OptionalLong expected, long present, String what) {
        if (expected.isPresent() && expected.getAsLong() != present) {
            throw Problem.conflict(
                            "count-changed",
                            "It would be done to " + present + ' ' + what + ", not " + expected.getAsLong()
                                    + ", so nothing was done.")
                    .withExtra(Map.of("present", present))
                    .exception();
        }
    }
}
