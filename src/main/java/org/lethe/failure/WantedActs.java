package org.lethe.failure;

/**
 * An act on many failures, as it is asked for.
 *
 * @param dryRun whether only to say how many it would be
 * @param expected how many whoever asks believes it to be
 */
record WantedActs(Act act, FailureFilter filter, boolean dryRun, long expected) {

    WantedActs withFilter(FailureFilter other) {
        return new WantedActs(act, other, dryRun, expected);
    }
}
