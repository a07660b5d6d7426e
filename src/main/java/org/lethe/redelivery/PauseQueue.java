package org.lethe.redelivery;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import java.util.Optional;
import org.lethe.problem.Problem;
import org.lethe.problem.ProblemException;

/**
 * Lets a queue deliver nothing, or again, as a new version of its policy: so there is one truth of whether it is paused,
 * with its author and reason, and the broker is held to it. Call it outside of a transaction.
 */
@Dependent
public class PauseQueue {

    private final ChangePolicy change;
    private final TellBroker tellBroker;
    private final DescribeRedelivery describe;

    @Inject
    PauseQueue(ChangePolicy change, TellBroker tellBroker, DescribeRedelivery describe) {
        this.change = change;
        this.tellBroker = tellBroker;
        this.describe = describe;
    }

    /**
     * Pauses a queue, or lets it go on. One that is so already stays as it is.
     *
     * @param body {@code {"reason": "…"}}
     * @throws ProblemException 400 or 422 without a reason; 404 when its redelivery is not managed; 409 when the queue is
     *     not people's to change, or the broker was changed by hand
     */
    public void set(String name, boolean paused, JsonValue body) {
        ManagedQueue queue = ManagedQueue.find(name).orElseThrow(() -> Problem.conflict(
                        "conflict", "Of " + name + " nothing is set here, so it cannot be paused here.")
                .exception());
        change.pause(queue, paused, WantedChange.reason(body));
        tellBroker.tell(queue);
    }

    /** What is set for a queue, and who has set it; empty for one whose redelivery is not managed. */
    public Optional<RedeliveryView> present(String name) {
        return ManagedQueue.find(name).map(describe::one);
    }
}
