package org.lethe.breaker;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.lethe.account.CurrentAccount;
import org.lethe.audit.Audit;
import org.lethe.audit.AuditAction;
import org.lethe.log.LogEvent;
import org.lethe.problem.Problem;
import org.lethe.redelivery.HoldQueue;
import org.lethe.settings.LetheSettings;
import org.lethe.storage.StorageId;

/**
 * Stores what comes of a breaker: its row, its history, whether its queue is held back, and who did it, in one transaction.
 * Have the broker told afterwards ({@link HoldQueue#tell}) when something has changed.
 */
@Dependent
public class ChangeBreaker {

    /** A breaker that nobody had work for closes when its storage stays well for so many of its time limits. */
    private static final int TIME_LIMITS_ON_TRIAL = 2;

    private final Breakers breakers;
    private final HoldQueue holdQueue;
    private final Event<BreakerChanged> changed;
    private final Audit audit;
    private final CurrentAccount account;
    private final BreakerLimits ofSettings;
    private final Duration trialTime;

    @Inject
    ChangeBreaker(
            Breakers breakers,
            HoldQueue holdQueue,
            Event<BreakerChanged> changed,
            Audit audit,
            CurrentAccount account,
            LetheSettings settings) {
        this.breakers = breakers;
        this.holdQueue = holdQueue;
        this.changed = changed;
        this.audit = audit;
        this.account = account;
        this.ofSettings = BreakerLimits.of(settings.breaker());
        this.trialTime = settings.storage().timeout().multipliedBy(TIME_LIMITS_ON_TRIAL);
    }

    /**
     * What a node has found out.
     *
     * @return whether it was news
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    boolean carryOut(StorageId storage, Signal signal) {
        return change(
                storage,
                stored -> signal.isWell()
                        ? stored.breaker().trialSucceeded(signal.version(), stored.now())
                        : stored.breaker().tripped(signal.version(), signal.why(), limits(stored), stored.now()));
    }

    /**
     * Keeps a probe, and does what comes of it.
     *
     * @return whether it has changed the state
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    boolean probed(StorageId storage, Probe probe) {
        return keep(storage, probe);
    }

    /** As {@link #probed}, for a person. */
    @Transactional
    boolean probedByPerson(StorageId storage, Probe probe, String reason) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("reason", reason);
        details.put("tookMillis", probe.tookMillis());
        probe.error().ifPresent(error -> details.put("error", error));
        audit.record(AuditAction.BREAKER_PROBED, storage.wireName(), details);
        return keep(storage, probe);
    }

    private boolean keep(StorageId storage, Probe probe) {
        boolean changes = change(
                storage, stored -> stored.breaker().probed(probe.error(), limits(stored), trialTime, stored.now()));
        breakers.addProbe(storage, probe);
        return changes;
    }

    /**
     * Leaves the storage alone until a person closes its breaker.
     *
     * @return whether it was not open by a person's hand already
     */
    @Transactional
    boolean open(StorageId storage, String reason) {
        return byPerson(AuditAction.BREAKER_OPENED, storage, reason, stored -> stored.breaker()
                .openedBy(account.login(), reason, limits(stored), stored.now()));
    }

    /**
     * Goes on with the work on the storage.
     *
     * @return whether it was not closed already
     */
    @Transactional
    boolean close(StorageId storage, String reason) {
        return byPerson(AuditAction.BREAKER_CLOSED, storage, reason, stored -> stored.breaker()
                .closedBy(account.login(), reason, stored.now()));
    }

    private boolean byPerson(
            AuditAction action, StorageId storage, String reason, Function<StoredBreaker, Breaker> next) {
        BreakerState before = breakers.lock(storage).breaker().state();
        boolean changes = change(storage, next);
        if (changes) {
            audit.record(action, storage.wireName(), Map.of("reason", reason, "from", before.name()));
        }
        return changes;
    }

    /**
     * Sets when it opens; nothing when it is so already.
     *
     * @param isSeen whether the client has seen the limits of this tag
     * @throws org.lethe.problem.ProblemException 412 when it has not
     */
    @Transactional
    void limit(StorageId storage, WantedLimits wanted, Predicate<LimitsTag> isSeen) {
        StoredBreaker stored = breakers.lock(storage);
        LimitsTag present = LimitsTag.of(stored, limits(stored));
        if (!isSeen.test(present)) {
            throw Problem.preconditionFailed(
                            "It was changed since you read it, so nothing was done. Read it again, then decide.")
                    .withExtra(Map.of("limits", present.limits().asMap()))
                    .exception();
        }
        if (stored.set().filter(wanted.limits()::equals).isEmpty()) {
            breakers.limit(storage, wanted.limits());
            audit.record(
                    AuditAction.BREAKER_LIMITS_CHANGED,
                    storage.wireName(),
                    Map.of(
                            "reason", wanted.reason(),
                            "from", present.limits().asMap(),
                            "to", wanted.limits().asMap()));
        }
    }

    BreakerLimits limits(StoredBreaker stored) {
        return stored.limits(ofSettings);
    }

    private boolean change(StorageId storage, Function<StoredBreaker, Breaker> step) {
        StoredBreaker stored = breakers.lock(storage);
        Breaker before = stored.breaker();
        Breaker next = step.apply(stored);
        if (!next.equals(before)) {
            breakers.store(next);
        }
        if (!next.isAnotherStateThan(before)) {
            return false;
        }
        breakers.addEvent(next);
        holdQueue.hold(StorageQueue.of(storage), next.isOpen());
        changed.fire(new BreakerChanged(storage, before.state(), next.state(), next.why(), next.by()));
        log(next);
        return true;
    }

    private static void log(Breaker next) {
        LogEvent event =
                switch (next.state()) {
                    case OPEN -> LogEvent.BREAKER_OPENED;
                    case HALF_OPEN -> LogEvent.BREAKER_HALF_OPEN;
                    case CLOSED -> LogEvent.BREAKER_CLOSED;
                };
        event.log(next.storage(), next.why());
    }
}
