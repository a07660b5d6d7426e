package org.lethe.errorpolicy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The policies as this node knows them: its own changes at once, those of other nodes some seconds later. Asks nothing of
 * the database. Before it has looked, the built-in ones count. Safe for use by many threads.
 */
@ApplicationScoped
public class LiveErrorPolicies {

    private Known known = new Known(-1, DecideOn.ranked(List.of()));

    /** What becomes of a failure now; {@code heldUntil} as the storage says, if it names a date. */
    public Decision decide(FailureClass failure, Optional<Instant> heldUntil) {
        return present().now(failure, heldUntil);
    }

    /** What becomes of a failure of which every attempt is used up: the policy by which it is left, if it is. */
    public Optional<Decision> decideAtTheEnd(FailureClass failure) {
        return present().atTheEnd(failure);
    }

    /** From now on these, unless it knows newer ones. */
    synchronized void follow(@Observes(during = TransactionPhase.AFTER_SUCCESS) ErrorPoliciesChanged change) {
        if (change.revision() > known.revision()) {
            known = new Known(change.revision(), DecideOn.ranked(change.peoples()));
        }
    }

    private synchronized DecideOn present() {
        return new DecideOn(known.ranked(), Instant.now());
    }

    private record Known(long revision, List<PolicyInForce> ranked) {}
}
