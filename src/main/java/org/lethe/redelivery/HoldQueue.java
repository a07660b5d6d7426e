package org.lethe.redelivery;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/**
 * Holds a queue back, so that it delivers nothing, and lets it go again, by what is stored: for all nodes, and through
 * restarts of everything. It is no part of the queue's policy: a queue that somebody has paused stays paused when it is let
 * go. Nothing is sent again for a queue that is held.
 */
@Dependent
public class HoldQueue {

    private final PolicyVersions versions;
    private final TellBroker tellBroker;

    @Inject
    HoldQueue(PolicyVersions versions, TellBroker tellBroker) {
        this.versions = versions;
        this.tellBroker = tellBroker;
    }

    /**
     * Stores it in the caller's transaction; {@link #tell} once that is committed.
     *
     * @param queue one whose redelivery can be set
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void hold(String queue, boolean isHeld) {
        ManagedQueue managed = managed(queue);
        versions.lock(managed);
        versions.hold(managed, isHeld);
    }

    /** Has the broker and this node know at once what was committed; what fails is done some seconds later. Outside of a transaction. */
    public void tell(String queue) {
        tellBroker.tell(managed(queue));
    }

    private static ManagedQueue managed(String queue) {
        return ManagedQueue.find(queue)
                .orElseThrow(() -> new IllegalArgumentException("the redelivery of " + queue + " cannot be set"));
    }
}
