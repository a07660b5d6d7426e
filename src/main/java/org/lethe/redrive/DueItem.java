package org.lethe.redrive;

import java.util.UUID;
import org.lethe.failure.FailureState;

/**
 * An item whose turn it is.
 *
 * @param times how often its failure had failed when it became an item
 * @param timesNow how often it has now
 * @param stateNow the failure's
 */
record DueItem(int position, UUID failure, int times, int timesNow, FailureState stateNow) {

    /** Whether nobody has seen to the failure since it became an item. */
    boolean isAsItWas() {
        return isOpen() && times == timesNow;
    }

    /** For a person: why it is not sent. */
    String why() {
        return isOpen()
                ? "somebody else sent it again meanwhile, and it has failed again since"
                : "its failure is " + stateNow + " by now, not open";
    }

    private boolean isOpen() {
        return stateNow.next().contains(FailureState.RETRIED);
    }
}
