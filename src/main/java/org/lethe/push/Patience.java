package org.lethe.push;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.stream.Stream;
import org.lethe.broker.BrokerManagement;
import org.lethe.redelivery.LivePolicies;
import org.lethe.settings.LetheSettings;

/**
 * For how long a row is waited for before its message counts as lost. While its queues hold none, whoever is to be done has
 * none; otherwise its own may be among those that wait for their next attempt, which is longer than any wait between two.
 */
@Dependent
public class Patience {

    private final BrokerManagement broker;
    private final LivePolicies policies;
    private final LetheSettings settings;

    @Inject
    Patience(BrokerManagement broker, LivePolicies policies, LetheSettings settings) {
        this.broker = broker;
        this.policies = policies;
        this.settings = settings;
    }

    /** How often it is worth to look. */
    public Duration period() {
        return settings.reconcile().grace().plusSeconds(1);
    }

    /** Whether nothing of a queue is sent again, since somebody has it paused. */
    public boolean isPaused(String queue) {
        return policies.isPaused(queue);
    }

    /**
     * For a row of this queue.
     *
     * @param overdue at least, while its queues hold messages
     */
    public Duration with(String queue, String deadLetters, Duration overdue) {
        boolean nothing =
                Stream.of(queue, deadLetters).allMatch(one -> broker.depth(one).holdsNothing());
        return nothing ? settings.reconcile().grace() : policies.overdue(queue, overdue);
    }
}
