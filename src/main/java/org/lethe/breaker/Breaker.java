package org.lethe.breaker;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.lethe.audit.Origin;
import org.lethe.storage.StorageId;

/**
 * The breaker of one storage at one moment, and what comes of whatever happens to it. Immutable; a method that answers the
 * same breaker says that nothing changes.
 *
 * @param version counts the changes of its state; what was begun under an earlier one says nothing any more
 * @param since when it came into this state
 * @param by who brought it there: a login, or {@code system}
 * @param byHand whether it was opened by a person; it stays open then until a person closes it
 * @param failedProbes in a row, since it opened
 * @param goodProbes in a row
 */
record Breaker(
        StorageId storage,
        BreakerState state,
        int version,
        Instant since,
        String why,
        String by,
        boolean byHand,
        int failedProbes,
        int goodProbes,
        Instant nextProbeAt) {

    /** How often a storage is probed that is worked on: for people to see how it is. */
    static final Duration IDLE_PROBE_INTERVAL = Duration.ofSeconds(15);

    private static final String SYSTEM = Origin.SYSTEM.actor();

    /**
     * A node has met too many errors, or one when work was tried again.
     *
     * @param seen the version under which it met them
     */
    Breaker tripped(int seen, String reason, BreakerLimits limits, Instant now) {
        if (seen != version || state == BreakerState.OPEN) {
            return this;
        }
        int failed = state == BreakerState.HALF_OPEN ? failedProbes + 1 : 0;
        return new Breaker(
                storage,
                BreakerState.OPEN,
                version + 1,
                now,
                reason,
                SYSTEM,
                false,
                failed,
                0,
                now.plus(limits.untilProbe(failed)));
    }

    /** What a node tried has succeeded. */
    Breaker trialSucceeded(int seen, Instant now) {
        return seen == version && state == BreakerState.HALF_OPEN
                ? closed("a removal has succeeded", SYSTEM, now)
                : this;
    }

    /**
     * The storage was probed.
     *
     * @param error what it said; empty when it is well
     * @param trialTime a breaker that nobody had work for closes when the storage stays well for so long
     */
    Breaker probed(Optional<String> error, BreakerLimits limits, Duration trialTime, Instant now) {
        return switch (state) {
            case CLOSED -> withProbes(0, 0, now.plus(IDLE_PROBE_INTERVAL));
            case OPEN -> error.isPresent() ? stillAway(limits, now) : backAgain(limits, now);
            case HALF_OPEN -> onTrial(error, limits, trialTime, now);
        };
    }

    /** A person opens it. One that is open already stays open from now on until a person closes it. */
    Breaker openedBy(String login, String reason, BreakerLimits limits, Instant now) {
        if (state == BreakerState.OPEN && byHand) {
            return this;
        }
        return new Breaker(
                storage,
                BreakerState.OPEN,
                version + 1,
                now,
                reason,
                login,
                true,
                failedProbes,
                0,
                now.plus(limits.untilProbe(0)));
    }

    /** A person closes it, whatever the probes say. */
    Breaker closedBy(String login, String reason, Instant now) {
        return state == BreakerState.CLOSED ? this : closed(reason, login, now);
    }

    boolean isOpen() {
        return state == BreakerState.OPEN;
    }

    /** Whether something happened that its history tells. */
    boolean isAnotherStateThan(Breaker before) {
        return version != before.version;
    }

    private Breaker stillAway(BreakerLimits limits, Instant now) {
        return withProbes(failedProbes + 1, 0, now.plus(limits.untilProbe(failedProbes + 1)));
    }

    private Breaker backAgain(BreakerLimits limits, Instant now) {
        int good = goodProbes + 1;
        Instant next = now.plus(limits.untilProbe(0));
        if (byHand || good < limits.successes()) {
            return withProbes(byHand ? 0 : failedProbes, good, next);
        }
        return new Breaker(
                storage,
                BreakerState.HALF_OPEN,
                version + 1,
                now,
                good == 1 ? "a probe has succeeded" : good + " probes in a row have succeeded",
                SYSTEM,
                false,
                failedProbes,
                good,
                next);
    }

    private Breaker onTrial(Optional<String> error, BreakerLimits limits, Duration trialTime, Instant now) {
        if (error.isPresent()) {
            return tripped(version, "a probe has failed again: " + error.get(), limits, now);
        }
        return now.isBefore(since.plus(trialTime))
                ? withProbes(failedProbes, goodProbes + 1, now.plus(limits.untilProbe(0)))
                : closed("nothing had to be removed, and probes have gone on succeeding", SYSTEM, now);
    }

    private Breaker closed(String reason, String actor, Instant now) {
        return new Breaker(
                storage,
                BreakerState.CLOSED,
                version + 1,
                now,
                reason,
                actor,
                false,
                0,
                0,
                now.plus(IDLE_PROBE_INTERVAL));
    }

    private Breaker withProbes(int failed, int good, Instant next) {
        return new Breaker(storage, state, version, since, why, by, byHand, failed, good, next);
    }
}
