package org.lethe.redrive;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import org.lethe.broker.Queues;
import org.lethe.redelivery.LivePolicies;

/** The queues of which nothing is delivered for now: what failed on them is not sent again meanwhile. */
@Dependent
class ClosedQueues {

    private final LivePolicies policies;

    @Inject
    ClosedQueues(LivePolicies policies) {
        this.policies = policies;
    }

    /** Their names; as this node knows it, some seconds late at most. */
    List<String> now() {
        return Queues.WORK.stream().filter(policies::isPaused).toList();
    }
}
