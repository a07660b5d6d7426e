package org.lethe.redelivery;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.lethe.log.LogEvent;

/**
 * Has what was just committed count at once: on this node, and at the broker if it answers. Whatever fails here is done
 * by the schedules a few seconds later. Call it outside of a transaction.
 */
@Dependent
class TellBroker {

    private final LookAtBroker look;
    private final ObeyPolicies policies;

    @Inject
    TellBroker(LookAtBroker look, ObeyPolicies policies) {
        this.look = look;
        this.policies = policies;
    }

    void tell(ManagedQueue queue) {
        try {
            policies.obey();
            look.at(queue);
        } catch (RuntimeException later) {
            LogEvent.REDELIVERY_NOT_TOLD.log(queue.queue(), later.getMessage());
        }
    }
}
