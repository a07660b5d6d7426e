package org.lethe.errorpolicy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Decides by policies at one moment. The narrowest that matches and is not over counts, and nothing of the others.
 *
 * @param policies all that there are, in the order of their rank
 */
record DecideOn(List<PolicyInForce> policies, Instant now) {

    static DecideOn of(List<PolicyInForce> peoples, Instant now) {
        return new DecideOn(ranked(peoples), now);
    }

    /** These and the built-in ones, the one that counts first first. */
    static List<PolicyInForce> ranked(List<PolicyInForce> peoples) {
        return Stream.concat(peoples.stream(), BuiltIn.POLICIES.stream())
                .sorted(PolicyInForce.RANK)
                .toList();
    }

    /** The one that counts for a class of failure; one that matches all is built in. */
    PolicyInForce policy(FailureClass failure) {
        return policies.stream()
                .filter(one ->
                        !one.policy().isOverAt(now) && one.policy().match().matches(failure))
                .findFirst()
                .orElseThrow();
    }

    /**
     * What becomes of a failure now: retried whenever what the policy wants cannot be, or must not be yet.
     *
     * @param heldUntil the date that the storage names; empty when it names none
     */
    Decision now(FailureClass failure, Optional<Instant> heldUntil) {
        PolicyInForce policy = policy(failure);
        ErrorAction wanted = policy.policy().action();
        boolean tooEarly = wanted == ErrorAction.IGNORE && failure.kind().mayPass();
        boolean tooLate = wanted.settlesAtOnce() && failure.kind() == ErrorKind.UNFORESEEN;
        if (tooEarly || tooLate) {
            return Decision.of(policy, ErrorAction.RETRY, null);
        }
        return wanted == ErrorAction.HOLD ? held(policy, heldUntil) : Decision.of(policy, wanted, null);
    }

    /** What becomes of a failure of which every attempt is used up: the policy by which it is left, if it is. */
    Optional<Decision> atTheEnd(FailureClass failure) {
        PolicyInForce policy = policy(failure);
        return policy.policy().action() == ErrorAction.IGNORE
                ? Optional.of(Decision.of(policy, ErrorAction.IGNORE, null))
                : Optional.empty();
    }

    private Decision held(PolicyInForce policy, Optional<Instant> heldUntil) {
        return Optional.ofNullable(policy.policy().until())
                .or(() -> heldUntil)
                .filter(now::isBefore)
                .map(until -> Decision.of(policy, ErrorAction.HOLD, until))
                .orElseGet(() -> Decision.of(policy, ErrorAction.RETRY, null));
    }
}
